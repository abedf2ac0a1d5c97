"""What a text repeats of another, with the places in both."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from govinfo.between.repeated import repetition

LAST = (
    "2022年，我局主动公开信息120条，网站公开80条。\n"
    "我局成立了政务公开领导小组，明确专人负责。\n"
    "公开的内容还不够细致。"
)
PROSE = st.text("公开信息条例政府网站我局年，。；1234 \n", max_size=120)


def test_the_same_text_is_repeated_whole() -> None:
    found = repetition(LAST, LAST)
    assert found.share == 1
    assert [passage.this for passage in found.passages] == [LAST]


def test_another_text_is_not_repeated() -> None:
    found = repetition(LAST, "今年新建了查阅点三处，编印手册两种，举办了开放日活动。无。")
    assert (found.share, found.passages) == (0, ())


def test_a_sentence_that_only_changed_its_numbers_is_told_apart() -> None:
    this = LAST.replace("2022", "2023").replace("120", "1,350")
    first, rest = repetition(LAST, this).passages
    assert first.renumbered
    assert first.this == "2023年，我局主动公开信息1,350条，网站公开80条。"
    assert first.last == "2022年，我局主动公开信息120条，网站公开80条。"
    assert not rest.renumbered
    assert rest.this.startswith("我局成立了")


def test_a_sentence_is_found_wherever_it_stands_now() -> None:
    moved = "公开的内容还不够细致。今年开展了评查。我局成立了政务公开领导小组，明确专人负责。"
    passages = repetition(LAST, moved).passages
    assert [passage.this for passage in passages] == [
        "公开的内容还不够细致。",
        "我局成立了政务公开领导小组，明确专人负责。",
    ]
    assert [LAST[slice(*passage.last_at)] for passage in passages] == [
        passage.last for passage in passages
    ]


def test_a_sentence_with_a_word_of_its_own_is_repeated_in_part() -> None:
    last = "我局成立了以主要负责同志为组长的政务公开工作领导小组，并配备专职人员。"
    this = "我局成立了以主要负责同志为组长的政务公开工作领导小组，并配备了兼职人员。"
    found = repetition(last, this)
    assert [passage.this for passage in found.passages] == [
        "我局成立了以主要负责同志为组长的政务公开工作领导小组，并配备"
    ]
    assert 0.7 < found.share < 0.9


def test_a_statute_by_its_name_and_a_word_or_two_are_no_copying() -> None:
    last = "根据《中华人民共和国政府信息公开条例》的要求编制。无。"
    this = "《中华人民共和国政府信息公开条例》培训一次。无。"
    assert repetition(last, this).passages == ()


def test_a_heading_of_its_own_is_no_copying() -> None:
    last = "（一）依申请公开工作方面\n办结申请三件，均已答复。"
    this = "（一）依申请公开工作方面\n今年开设了网上申请的入口。"
    assert repetition(last, this).passages == ()


@given(PROSE, PROSE)
def test_every_passage_stands_where_it_is_said_to_stand(last: str, this: str) -> None:
    found = repetition(last, this)
    assert 0 <= found.share <= 1
    end = 0
    for passage in found.passages:
        assert end <= passage.this_at[0] < passage.this_at[1]
        end = passage.this_at[1]
        assert this[slice(*passage.this_at)] == passage.this
        assert last[slice(*passage.last_at)] == passage.last
        same = "".join(passage.this.split()) == "".join(passage.last.split())
        assert passage.renumbered is not same


def test_a_long_text_that_repeats_itself_is_repeated_whole() -> None:
    text = "公开" * 20_000
    assert repetition(text, text).share == 1
