from __future__ import annotations

from i18nkit.checks import RULES, chosen, findings
from i18nkit.model import Address, Field, Mark, ReadingList, Section, Stamp, Unit
from tests.checks.catalogues import case, made_from, original, unit

SUMMARY = "zh-Hans/papers/bert#summary"


def messages(rule: str, *units: Unit, **more: object) -> list[str]:
    return [str(found.message) for found in findings(case(units, **more), chosen([rule]))]


def test_stamps_that_fit() -> None:
    source = original(SUMMARY, "双向预训练。")
    hant = made_from(source, "zh-Hant", "雙向預訓練。", by="opencc")
    taken_over = made_from(source, "en", "Bidirectional pre-training.", over=Mark.of("memory", "Old."))
    assert messages("stamps", source, hant, taken_over) == []


def test_a_stamp_without_a_text_is_deleted() -> None:
    dead = Unit(
        Address("en", "papers/bert", "summary"),
        "",
        Stamp(Mark("hand", "0" * 8)),
        "content/en/papers/bert.yaml",
        4,
    )
    (found,) = findings(case(loose=(dead,)), chosen(["stamps"]))
    assert (str(found.message), found.file, found.line) == (
        "a stamp without a text",
        "content/en/papers/bert.yaml",
        4,
    )
    assert [(change.keys, change.value) for change in found.fix] == [(("stamps", "summary"), None)]


def test_stamps_that_name_what_is_not_there() -> None:
    text = "双向预训练。"
    assert messages("stamps", unit(SUMMARY, text, Stamp(Mark.of("picks", text)))) == [
        "the catalogue has no list picks"
    ]
    for tag, said in (
        ("fr", "fr is no locale of this catalogue"),
        ("en", "en has no text of this field"),
        ("zh-Hans", "a text cannot be made from itself"),
    ):
        stamp = Stamp(Mark.of("hand", text), Mark(tag, "0" * 8))
        assert messages("stamps", unit(SUMMARY, text, stamp)) == [said]


def test_a_machine_that_made_a_text_from_nothing() -> None:
    text = "双向预训练。"
    assert messages("stamps", unit(SUMMARY, text, Stamp(Mark.of("opencc", text)))) == [
        "a machine's text must say what it was made from"
    ]


def test_a_list_that_is_there_may_stamp() -> None:
    text = "双向预训练。"
    stamped = unit(SUMMARY, text, Stamp(Mark.of("picks", text)))
    assert messages("stamps", stamped, lists={"picks": ReadingList("picks")}) == []


def test_a_circle_is_told_once() -> None:
    hans = unit(SUMMARY, "双向。", Stamp(Mark.of("hand", "双向。"), Mark.of("zh-Hant", "雙向。")))
    hant = unit(
        "zh-Hant/papers/bert#summary",
        "雙向。",
        Stamp(Mark.of("opencc", "雙向。"), Mark.of("zh-Hans", "双向。")),
    )
    en = made_from(hant, "en", "Both ways.")
    assert messages("stamps", hans, hant, en) == ["the stamps run in a circle: zh-Hans <- zh-Hant <- zh-Hans"]


def test_fields_nobody_declared() -> None:
    fields = {"summary": Field("summary"), "formulas": Field("formulas", fact=True)}
    lists = {"picks": ReadingList("picks", sections=(Section("start"),))}
    units = [
        original("en/papers/bert#summary", "Fine."),
        original("en/papers/bert#title", "Fine."),
        original("en/papers/bert#sumary", "Misspelt."),
        original("en/papers/bert#formulas", "H(x)"),
        original("en/papers/bert#also.picks.summary", "Fine."),
        original("en/papers/bert#also.pics.summary", "Which list?"),
        original("en/lists/picks#intro", "Fine."),
        original("en/lists/picks#start.goal", "Fine."),
        original("en/lists/picks#end.goal", "Which section?"),
        original("en/index#body", "Fine."),
    ]
    assert messages("unknown-fields", *units, fields=fields, lists=lists) == [
        "the list picks has no section end",
        "sumary is not in fields.yaml",
        "formulas is a fact, not a text",
        "the catalogue has no list pics",
    ]


def test_a_waiver_with_a_reason_holds_for_its_rule_alone() -> None:
    waived = original(SUMMARY, "用BERT,再看。", waived=(("punctuation", "quoted as printed"),))
    found = findings(case([waived]), chosen(["punctuation", "spacing", "waivers"]))
    assert [finding.rule for finding in found] == ["spacing"]


def test_a_waiver_without_a_reason_waives_nothing() -> None:
    waived = original(SUMMARY, "模型,再看。", waived=(("punctuation", " "),))
    found = findings(case([waived]), chosen(["punctuation", "waivers"]))
    assert [(finding.rule, str(finding.message)) for finding in found] == [
        ("punctuation", "not this language's punctuation: 模型,再看"),
        ("waivers", "punctuation is waived without a reason"),
    ]


def test_an_idle_waiver_shows_when_its_rule_has_run() -> None:
    waived = original(
        SUMMARY, "模型，再看。", waived=(("punctuation", "once needed"), ("nothing", "misspelt"))
    )
    told = [str(found.message) for found in findings(case([waived]), chosen(["punctuation", "waivers"]))]
    assert told == ["the waiver of punctuation waives nothing", "nothing is no rule that can be waived"]
    told = [str(found.message) for found in findings(case([waived]), chosen(["spacing", "waivers"]))]
    assert told == ["nothing is no rule that can be waived"]


def test_a_fault_is_told_where_it_can_be_mended() -> None:
    source = original(SUMMARY, "双向,再预测。")
    copy = made_from(source, "zh-Hant", "雙向,再預測。", by="opencc")
    found = findings(case([source, copy]), chosen(["punctuation"]))
    assert [finding.address for finding in found] == [source.address]


def test_a_fault_of_the_conversion_alone_is_told_and_left_to_a_person() -> None:
    source = original(SUMMARY, "用“注意力”。")
    copy = made_from(source, "zh-Hant", "用“注意力”。", by="opencc")
    (found,) = findings(case([source, copy]), chosen(["punctuation"]))
    assert (found.address, found.fix) == (copy.address, ())


def test_an_empty_catalogue_has_no_fault() -> None:
    assert findings(case(papers={})) == []


def test_every_rule_says_what_it_is_about() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.about.template and rule.name == rule.name.casefold() for rule in RULES)
