"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (id) => document.getElementById(id);
  const form = document.querySelector(".filters");
  const copied = one("copied");
  const cards = all(".card");

  // Copying: the texts stand under Details, so that they can be had without script too.
  const copy = async (text) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const area = document.createElement("textarea"); // plain http: the old way
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    if (!done) throw new Error("refused");
  };
  const say = (text) => {
    copied.textContent = text;
    copied.classList.add("shown");
    clearTimeout(say.timer);
    say.timer = setTimeout(() => copied.classList.remove("shown"), 2500);
  };
  for (const button of all("button[data-copy]")) button.hidden = false;
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-copy]");
    if (!button) return;
    const text = all("pre", button.closest(".card"))[Number(button.dataset.copy)].textContent;
    copy(text).then(() => say(copied.dataset.done), () => say(copied.dataset.failed));
  });

  // Finding: radio buttons filter by style alone; script adds search, the number shown, and the address.
  const query = one("q");
  const matches = one("matches");
  const none = document.querySelector(".no-match");
  const rows = all(".row");
  let texts = null;
  const text = (entry) => entry.textContent.toLowerCase();
  const chosen = (name) => form.elements[name] ? form.elements[name].value : "all";
  const fitting = () => {
    const show = chosen("show"), age = chosen("age");
    return ({ classList }) => (show === "all" || classList.contains(`in-${show}`)) &&
      (age === "all" || classList.contains("is-new")) && !classList.contains("unmatched");
  };
  const entries = () => chosen("by") === "document" ? rows : cards;
  const search = () => {
    const words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length && !texts) texts = new Map([...cards, ...rows].map((entry) => [entry, text(entry)]));
    for (const entry of texts ? texts.keys() : []) {
      entry.classList.toggle("unmatched", !words.every((word) => texts.get(entry).includes(word)));
    }
    document.body.classList.toggle("searching", words.length > 0);
  };
  const tell = () => {
    const narrowed = chosen("show") !== "all" || chosen("age") !== "all" || query.value.trim();
    const shown = narrowed ? entries().filter(fitting()).length : entries().length;
    matches.textContent = narrowed
      ? matches.dataset.words.replace("{shown}", shown).replace("{all}", entries().length) : "";
    none.hidden = shown > 0 || !narrowed;
    document.body.classList.toggle("few", shown < 300);
  };

  // The view lives in the address, so that it can be sent: #?show=by-hand&age=new&by=document&q=words
  const names = ["show", "age", "by"];
  const keep = () => {
    const view = new URLSearchParams();
    for (const name of names) if (chosen(name) !== "all") view.set(name, chosen(name));
    if (query.value) view.set("q", query.value);
    if (!view.toString() && location.hash && !location.hash.startsWith("#?")) return; // a link to an entry
    const hash = view.toString() ? `#?${view}` : "";
    if (hash !== location.hash) history.replaceState(null, "", hash || location.pathname + location.search);
  };
  const update = () => { search(); tell(); };
  const choose = (name, value) => {
    const radio = all(`input[name="${name}"]`, form).find((input) => input.value === value);
    (radio || all(`input[name="${name}"]`, form)[0] || {}).checked = true;
  };
  const showTarget = () => {
    const card = one(decodeURIComponent(location.hash.slice(1)));
    if (!card || !card.classList.contains("card")) return;
    if (!card.checkVisibility()) { form.reset(); update(); }
    const folded = card.querySelector(":scope > details");
    if (folded) folded.open = true;
    card.scrollIntoView();
  };
  const restore = () => {
    if (!location.hash.startsWith("#?")) { if (location.hash) showTarget(); return; }
    const view = new URLSearchParams(location.hash.slice(2));
    for (const name of names) choose(name, view.get(name) || "all");
    query.value = view.get("q") || "";
    update();
  };
  if (form) {
    document.querySelector(".search").hidden = false;
    one("script-off").hidden = true;
    let timer = 0;
    form.addEventListener("change", (event) => { if (event.target !== query) { update(); keep(); } });
    query.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => { update(); keep(); }, cards.length > 500 ? 150 : 0);
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(() => { update(); keep(); }));
    window.addEventListener("hashchange", restore);
    restore();
  }

  // Keys. Single ones can be turned off, since they get in the way of speech input.
  const dialog = one("keys");
  const on = one("keys-on");
  const remembered = (value) => {
    try {
      if (value === undefined) return localStorage.getItem("checker-keys");
      localStorage.setItem("checker-keys", value);
    } catch { /* a browser may keep nothing for local files */ }
    return null;
  };
  on.checked = remembered() !== "off";
  on.addEventListener("change", () => remembered(on.checked ? "on" : "off"));
  one("keys-open").hidden = false;
  one("keys-open").addEventListener("click", () => dialog.showModal());
  one("keys-close").addEventListener("click", () => dialog.close());
  const step = (by) => {
    const shown = form ? entries().filter(fitting()) : [];
    const at = shown.findIndex((entry) => entry.contains(document.activeElement));
    const next = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : at + by];
    if (!next) return;
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("keydown", (event) => {
    if (!on.checked || dialog.open || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input:not([type=radio]), textarea, select")) return;
    const acts = {
      j: () => step(1),
      k: () => step(-1),
      c: () => document.activeElement.closest(".card")?.querySelector("button[data-copy]")?.click(),
      "/": () => query?.focus(),
      "?": () => dialog.showModal(),
    };
    if (!acts[event.key]) return;
    event.preventDefault();
    acts[event.key]();
  });
})();
