"""The JSON Schema of sources.yml, for editors: built from the same tables as the validation.

Draft-07, since YAML language servers read no later one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker import about
from checker.config import keys
from checker.config.keys import Key, Keys
from checker.config.scalars import ID_PATTERN


def build() -> dict[str, Any]:
    """The schema as a JSON object."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"{about.PROJECT_URL}/blob/main/checker/schemas/sources.schema.json",
        "title": "sources.yml of checker",
        "description": "The sources and dated figures that documents rest on.",
        **_object(
            {
                "version": {"enum": [1, "1"]},
                "documents": {"type": "array", "items": _document()},
                "defaults": _object({name: _map(keys.TEMPO) for name in keys.PRECISIONS}),
                "ignore": {"type": "array", "items": _map(keys.IGNORE, "url", "reason")},
                "network": _object({**_properties(keys.NETWORK), "hosts": _hosts()}),
                "archive": _map(keys.ARCHIVE),
                "sources": _by_id({**_map(keys.SOURCE), "anyOf": [{"required": ["url"]}, {"required": ["doi"]}]}),
                "figures": _by_id(_map(keys.FIGURE, "value")),
            },
            "version",
            help_texts=keys.TOP,
        ),
    }


def _object(
    properties: Mapping[str, Any], *required: str, help_texts: Mapping[str, str] | None = None
) -> dict[str, Any]:
    texts = help_texts or {}
    built = {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            name: {**({"description": texts[name]} if name in texts else {}), **schema}
            for name, schema in properties.items()
        },
    }
    return {**built, "required": list(required)} if required else built


def _properties(table: Keys) -> dict[str, Any]:
    return {name: _key(key) for name, key in table.items()}


def _key(key: Key) -> dict[str, Any]:
    if key.shape == "map":
        return {"description": key.help, **_map(key.table, *key.required)}
    schema = dict(key.kind.schema)
    if key.shape == "list":
        schema = {"type": "array", "items": schema}
    return {"description": key.help, **schema}


def _map(table: Keys, *required: str) -> dict[str, Any]:
    return _object(_properties(table), *required)


def _document() -> dict[str, Any]:
    return {"anyOf": [{"type": "string", "pattern": r"\S"}, _map(keys.DOCUMENT, "glob")]}


def _hosts() -> dict[str, Any]:
    headers = {"type": "object", "additionalProperties": {"type": "string"}}
    host = _object({"headers": headers, "accept": _key(keys.HOST_ACCEPT)})
    return {"type": "object", "additionalProperties": host}


def _by_id(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": ["object", "null", "string"],
        "maxLength": 0,
        "propertyNames": {"pattern": ID_PATTERN},
        "additionalProperties": entry,
    }
