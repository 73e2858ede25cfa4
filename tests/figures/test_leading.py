"""Numbers told by their digits: nothing that could be the figure is passed over, whatever stands around it."""

from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from checker.figures.leading import Nearness, Numbers
from checker.figures.readable import readable

DIGITS = st.from_regex(r"[1-9][0-9]{0,8}", fullmatch=True)
VALUES = st.builds(
    lambda digits, exponent: Decimal(digits).scaleb(exponent), st.integers(1, 99_999), st.integers(-4, 9)
)
AROUND = st.text(alphabet="0123456789.,' ab$-/\n", max_size=12)


def step(value: Decimal) -> Decimal:
    """One step of the last digit that is no zero."""
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))


@given(VALUES, DIGITS)
@example(Decimal("9.96"), "1")
@example(Decimal("9.96"), "100")
@example(Decimal(5), "1")
@example(Decimal(1), "996")
def test_what_is_near_begins_as_told(value: Decimal, digits: str) -> None:
    """The first two digits, or the only one, of all that is near enough are among the beginnings."""
    near = Nearness(value, step(value))

    assert not near.holds(digits) or digits[:2] in set(near.beginnings())


@given(VALUES)
def test_a_value_is_near_itself(value: Decimal) -> None:
    """So is any of its beginnings of three digits and more."""
    digits = "".join(map(str, value.normalize().as_tuple().digits))

    assert Nearness(value, step(value)).holds(digits)


@given(AROUND, VALUES, AROUND)
def test_a_number_apart_is_found_where_it_begins(before: str, value: Decimal, behind: str) -> None:
    """Whatever stands before it and behind it."""
    text = f"{before} ({value:f}) {behind}"

    assert len(before) + 2 in set(Numbers(text).near(Nearness(value, step(value))))


@given(st.integers(1, 999), st.integers(0, 999), AROUND)
def test_thousands_grouped_by_blanks_are_one_number(thousands: int, ones: int, behind: str) -> None:
    """As they are by points, commas and apostrophes."""
    value = Decimal(thousands * 1000 + ones)
    for separator in " ,.'’":
        text = f"- {thousands}{separator}{ones:03} x {behind}"

        assert 2 in set(Numbers(text).near(Nearness(value, step(value))))


def test_digits_inside_a_number_begin_none() -> None:
    """Neither behind other digits nor behind the point."""
    near = Nearness(Decimal(17), Decimal(1))

    assert list(Numbers("2017 3.17 317,170 20.017 100.017").near(near)) == []
    assert list(Numbers("0.17 and 0,017 and 17").near(near)) == [0, 9, 19]


def test_a_page_is_made_plain_only_where_it_must() -> None:
    """Digits of full width, blanks of all sorts, squared units, nothing invisible; note numbers are no digits."""
    assert readable("１１.０７\u00a0млрд") == "11.07 млрд"
    assert readable("5\u202f000 ㎥, 3 km², 7\u00ad0 %，№ 4") == "5 000 m3, 3 km2, 70 %,No 4"
    assert readable("11.07¹² billion") == "11.07  billion"
    assert readable("10³m and 10²") == "103m and 10 "
    assert readable("cafe\u0301 ½") == "café 1⁄2"
    assert readable("ascii") == "ascii"
