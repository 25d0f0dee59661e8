"""The cells of the state table, and what stamps do to them."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18nkit.model import HAND, OPENCC, Address, Catalogue, Locale, Mark, Stamp, State, Unit
from i18nkit.translation import accepted, awaited_stamps, states

LOCALES = {
    "zh-Hans": Locale("zh-Hans", "简体中文", {"zh-Hant": "tw2sp"}, ("zh-Hant", "en")),
    "zh-Hant": Locale("zh-Hant", "繁體中文", {"zh-Hans": "s2twp"}, ("zh-Hans", "en")),
    "en": Locale("en", "English", {}, ("zh-Hans", "zh-Hant")),
}
OWNER, FIELD = "papers/bert", "summary"


def unit(locale: str, text: str, stamp: Stamp | None = None) -> Unit:
    return Unit(Address(locale, OWNER, FIELD), text, stamp, f"content/{locale}/{OWNER}.yaml", 1)


def catalogue(*units: Unit) -> Catalogue:
    return Catalogue(LOCALES, units={unit.address: unit for unit in units})


def state(locale: str, *units: Unit) -> State:
    return states(catalogue(*units))[Address(locale, OWNER, FIELD)]


SOURCE = unit("zh-Hans", "今", Stamp(Mark.of(HAND, "今")))
NOW, THEN = Mark.of("zh-Hans", "今"), Mark.of("zh-Hans", "昔")


@pytest.mark.parametrize(
    ("source", "by", "accepted", "text", "expected"),
    [
        (NOW, OPENCC, False, "今", State.CONVERTED),
        (NOW, OPENCC, True, "今", State.TRANSLATED),
        (NOW, "memory", False, "今", State.CONVERTED),
        (NOW, HAND, False, "今", State.TRANSLATED),
        (NOW, OPENCC, False, "改", State.TRANSLATED),
        (NOW, HAND, False, "改", State.TRANSLATED),
        (THEN, OPENCC, False, "今", State.STALE),
        (THEN, OPENCC, True, "今", State.STALE),
        (THEN, HAND, False, "今", State.STALE),
        (THEN, OPENCC, False, "改", State.NEEDS_REVIEW),
        (THEN, HAND, False, "改", State.NEEDS_REVIEW),
    ],
)
def test_the_four_cells(source: Mark, by: str, accepted: bool, text: str, expected: State) -> None:
    stamp = Stamp(Mark.of(by, "今"), source, accepted=accepted)
    assert state("zh-Hant", SOURCE, unit("zh-Hant", text, stamp)) is expected


def test_no_text_is_missing_and_an_original_is_a_source() -> None:
    assert state("en", SOURCE) is State.MISSING
    assert state("zh-Hans", SOURCE) is State.SOURCE
    assert state("zh-Hans", unit("zh-Hans", "改过", SOURCE.stamp)) is State.SOURCE


def test_review_is_asked_for_whatever_the_digests_say() -> None:
    stamp = Stamp(Mark.of(HAND, "now"), NOW, review=True)
    assert state("en", SOURCE, unit("en", "now", stamp)) is State.NEEDS_REVIEW


def test_a_chain_is_stale_to_its_end() -> None:
    first = unit("zh-Hant", "改", Stamp(Mark.of(HAND, "原")))
    second = unit("zh-Hans", "原", Stamp(Mark.of(OPENCC, "原"), Mark.of("zh-Hant", "原")))
    third = unit("en", "text", Stamp(Mark.of(HAND, "text"), Mark.of("zh-Hans", "原")))
    assert state("zh-Hans", first, second, third) is State.STALE
    assert state("en", first, second, third) is State.STALE


def test_a_source_that_is_gone_or_a_circle_needs_review() -> None:
    orphan = unit("en", "text", Stamp(Mark.of(HAND, "text"), NOW))
    assert state("en", orphan) is State.NEEDS_REVIEW
    one = unit("zh-Hans", "一", Stamp(Mark.of(OPENCC, "一"), Mark.of("zh-Hant", "一")))
    other = unit("zh-Hant", "一", Stamp(Mark.of(OPENCC, "一"), Mark.of("zh-Hans", "一")))
    assert state("zh-Hans", one, other) is State.NEEDS_REVIEW
    assert state("zh-Hant", one, other) is State.NEEDS_REVIEW


def test_another_list_s_words_are_never_missing() -> None:
    also = dataclasses.replace(SOURCE, address=Address("zh-Hans", OWNER, "also.picks.summary"))
    known = states(catalogue(also))
    assert list(known) == [also.address]


def test_no_locale_must_have_a_title_of_its_own_for_a_paper() -> None:
    title = dataclasses.replace(SOURCE, address=Address("zh-Hans", OWNER, "title"))
    assert list(states(catalogue(title))) == [title.address]
    page = dataclasses.replace(SOURCE, address=Address("zh-Hans", "about", "title"))
    assert Address("en", "about", "title") in states(catalogue(page))


def stamped(*units: Unit) -> dict[str, Stamp | None]:
    return {str(change.locale): change.value for change in awaited_stamps(catalogue(*units))}  # type: ignore[misc]


def test_texts_without_a_stamp_begin_here_or_translate_the_first_original() -> None:
    assert stamped(unit("zh-Hant", "今"), unit("en", "now")) == {
        "zh-Hant": {"by": str(Mark.of(HAND, "今"))},
        "en": {"from": str(Mark.of("zh-Hant", "今")), "by": str(Mark.of(HAND, "now"))},
    }
    original = unit("en", "now", Stamp(Mark.of(HAND, "now")))
    assert stamped(unit("zh-Hans", "今"), original) == {
        "zh-Hans": {"from": str(Mark.of("en", "now")), "by": str(Mark.of(HAND, "今"))}
    }


def test_an_original_whose_stamp_was_deleted_stays_one() -> None:
    converted = unit("zh-Hans", "今", Stamp(Mark.of(OPENCC, "今"), Mark.of("zh-Hant", "今")))
    assert stamped(unit("zh-Hant", "今"), converted) == {"zh-Hant": {"by": str(Mark.of(HAND, "今"))}}
    assert state("zh-Hans", unit("zh-Hant", "今"), converted) is State.CONVERTED


def test_an_edit_is_stamped_over_the_machine_s_text_and_a_list_s_stamp_stays() -> None:
    machine = Mark.of(OPENCC, "今")
    assert stamped(SOURCE, unit("zh-Hant", "改", Stamp(machine, NOW, accepted=True))) == {
        "zh-Hant": {"from": str(NOW), "by": str(Mark.of(HAND, "改")), "over": str(machine)}
    }
    assert stamped(unit("zh-Hans", "改", Stamp(Mark.of("picks", "原")))) == {}
    assert stamped(SOURCE, unit("zh-Hant", "改", Stamp(machine, THEN))) == {}


def test_accepting_says_right_as_it_stands() -> None:
    stale = unit("zh-Hant", "今", Stamp(Mark.of(OPENCC, "今"), THEN))
    assert accepted(catalogue(SOURCE, stale), stale) == Stamp(Mark.of(OPENCC, "今"), NOW, accepted=True)
    edited = unit("zh-Hant", "改", Stamp(Mark.of(OPENCC, "今"), THEN))
    assert accepted(catalogue(SOURCE, edited), edited) == Stamp(
        Mark.of(HAND, "改"), NOW, over=Mark.of(OPENCC, "今")
    )
    assert accepted(catalogue(SOURCE), SOURCE) is None


TEXTS = st.sampled_from(["今", "昔", "改"])
OWNERS = st.sampled_from([HAND, OPENCC, "memory", "picks"])


@st.composite
def stamps(draw: st.DrawFn) -> Stamp | None:
    if draw(st.booleans()):
        return None
    source = draw(st.none() | st.builds(Mark.of, st.sampled_from(list(LOCALES)), TEXTS))
    by = Mark.of(draw(OWNERS), draw(TEXTS))
    return Stamp(by, source, accepted=draw(st.booleans()), review=draw(st.booleans()))


@given(st.dictionaries(st.sampled_from(list(LOCALES)), st.tuples(TEXTS, stamps()), min_size=1))
def test_stamping_and_accepting_reach_rest(texts: dict[str, tuple[str, Stamp | None]]) -> None:
    """Whatever the stamps say: one round of acceptance leaves nothing stale or unread that has a source."""
    whole = catalogue(*(unit(locale, *rest) for locale, rest in texts.items()))
    for address in list(whole.units):
        new = accepted(whole, whole.units[address])
        if new:
            units = {**whole.units, address: dataclasses.replace(whole.units[address], stamp=new)}
            whole = dataclasses.replace(whole, units=units)
    for address, unit_ in whole.units.items():
        assert accepted(whole, unit_) is None
        assert states(whole)[address] is not State.STALE or _circular(whole, address)


def _circular(whole: Catalogue, address: Address) -> bool:
    seen = set()
    while address not in seen:
        seen.add(address)
        stamp = whole.units[address].stamp if address in whole.units else None
        if stamp is None or stamp.source is None:
            return False
        address = address.within(stamp.source.owner)
    return True
