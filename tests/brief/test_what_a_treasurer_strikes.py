"""What a strict reader of the copy to hand up would strike: it must not stand there."""

from advisor.brief.markdown import markdown
from advisor.brief.material import Utterance
from advisor.brief.model import Brief
from advisor.brief.outline import compose
from advisor.framework.labels import Phase
from advisor.framework.slots import Slot
from advisor.words import Words
from tests.brief.materials import Said, material
from tests.brief.test_papers_of_the_models import line


def paper(words: Words, phase: Phase | None = None, **said: str) -> Brief:
    """A paper of one answer a slot, in the order given."""
    held: dict[Slot, list[Said]] = {}
    for at, (slot, text) in enumerate(said.items(), start=1):
        held[slot] = [(at, text)]  # type: ignore[index]
    return compose(material(held, phase=phase), words)


def test_what_is_feared_is_not_written_as_a_plan(words: Words) -> None:
    risks = line(
        paper(words, risks="打ち間違いに気づかないまま課税することが怖いです。"), "drive", "リスク・個人情報"
    )
    assert risks.startswith("打ち間違いに気づかないまま課税するおそれ。")
    worry = line(
        paper(words, risks="集会所で個人情報の書類を広げるのが心配です。"), "drive", "リスク・個人情報"
    )
    assert worry.startswith("集会所で個人情報の書類を広げることへの懸念。")


def test_enough_of_a_thing_is_written_as_an_end_of_it(words: Words) -> None:
    brief = paper(words, focus="高齢者サロンを増やすのは、もういいです。")
    assert "高齢者サロンを増やすことはやめる。" in markdown(brief)


def test_one_person_known_by_name_is_no_customer(words: Words) -> None:
    brief = paper(
        words, customer="窓口に来られた〔氏名〕さんです。", aspiration="こういう人を減らしたいんです。"
    )
    text = markdown(brief)
    assert "〔氏名〕" not in text
    assert not text.startswith("# 減らす")


def test_the_same_words_stand_once_in_the_gist(words: Words) -> None:
    gist = line(
        paper(
            words,
            customer="就学援助の申請に来た母です。",
            current_experience="就学援助の申請に来た母が、書き方が分からなくて三回来ました。",
            aspiration="来なくても届くようになればいいなと思います。",
        ),
        "summary",
    )
    assert gist.count("就学援助の申請に来た母") == 1


def test_a_want_that_comes_about_makes_a_title_of_doing(words: Words) -> None:
    brief = paper(words, aspiration="来なくても届くようになればいいなと思います。")
    assert brief.title[0].text == "来なくても届くようにする取組(案)"


def test_a_title_of_what_comes_about_with_its_subject_stays_plain(words: Words) -> None:
    brief = paper(words, aspiration="団地の夕方がもう少しにぎやかになったらいいなと思います。")
    assert brief.title[0].text == "団地の夕方がもう少しにぎやかになる取組(案)"


def test_where_the_official_works_is_no_date_of_the_work(words: Words) -> None:
    said: dict[Slot, list[Said]] = {"resources": [(1, "4月からDX推進室です。")]}
    brief = compose(
        material(
            said, (Utterance(turn=1, asked=None, text="4月からDX推進室です。何から始めればいいですか"),)
        ),
        words,
    )
    assert line(brief, "drive", "日程").startswith("【")
    assert line(brief, "drive", "財源").startswith("【")
    assert brief.fields[0].claims[0].text == "DX推進室"


def test_former_times_are_no_reason_for_the_choice(words: Words) -> None:
    reason = line(
        paper(
            words,
            current_experience="三日目から同じ天ぷらが出ます。",
            evidence="昔34軒あった宿が今12軒です。四泊以上の方が令和6年は187人です。",
        ),
        "customer",
        "選んだ理由",
    )
    assert "187人" in reason
    assert "34軒" not in reason


def test_the_size_says_the_number_and_not_the_customer_again(words: Words) -> None:
    assert line(paper(words, customer="谷の奥の12軒だ。平均76歳。"), "customer", "規模") == "12軒。"


def test_a_correction_beside_a_target_still_counts_the_customers(words: Words) -> None:
    said: dict[Slot, list[Said]] = {
        "customer": [(1, "一人暮らしのおばあちゃんです。"), (2, "ごめんなさい、86人じゃない、68人でした。")],
        "outcome": [(3, "令和9年3月までに、誰かと食べる人を68人中60人にします。")],
    }
    fixed = Utterance(turn=2, asked=None, text="ごめんなさい、86人じゃない、68人でした。", correction=True)
    said |= {"evidence": [(2, said["customer"].pop()[1])]}
    brief = compose(material(said, (fixed,)), words)
    assert line(brief, "customer", "規模") == "68人。"
    assert line(brief, "customer", "状況").startswith("一人暮らしの高齢の女性。")


def test_a_value_that_only_points_back_is_left_out(words: Words) -> None:
    value = line(
        paper(words, value="橋が減っても救急車は必ず通る。そう約束してやれることだ。"), "value", "価値"
    )
    assert value == "橋が減っても救急車は必ず通る。本人の言葉での言い方は【顧客本人】"


def test_a_leader_who_is_only_thought_of_is_a_candidate(words: Words) -> None:
    brief = paper(words, leader="まだ決まっていませんが、保育の係の平野さんが向いていると思います。")
    assert line(brief, "drive", "庁内のリーダー") == "保育の係の平野(候補)。決定は【所属長】"
    assert "保育の係の平野(候補)" in brief.section("logic").tables[0].rows[0][0][0].text


def test_a_leader_is_called_by_office_and_not_by_nature(words: Words) -> None:
    brief = paper(words, leader="僕の先輩で、元高校球児の今井さんです。")
    assert "庁内のリーダー: 今井。所属と職は【要確認: 所属長】。" in markdown(brief)
    assert "球児" not in markdown(brief)
    assert "元高校球児の今井" in markdown(brief, private=True)


def test_a_grumble_of_a_partner_is_kept_from_the_copy_to_hand_up(words: Words) -> None:
    brief = paper(
        words, stakeholders="自治会の役員さんが「また仕事増えるんか」言わはります。生協さんは乗り気です。"
    )
    text = markdown(brief)
    assert "調整先: 自治会。協力先: 生協。" in text
    assert "仕事増える" not in text
    assert "懸念は【要確認: 自治会】" in text


def test_a_year_that_moves_is_to_be_written_out(words: Words) -> None:
    brief = paper(words, outcome="来年4月に入力の時間を半分にします。")
    assert line(brief, "drive", "日程") == "期限は来年4月。その年は【作成者】"


def test_how_one_thing_is_counted_is_not_said_of_another(words: Words) -> None:
    brief = paper(
        words,
        evidence="案内所のノートに書いてもらってるんですけど、四泊以上の方が令和4年は61人、令和6年は187人。",
        value="帰りがけに次はいつ来るって話をしてくださったら、それはもう本物ですよね。",
    )
    methods = [row[4] for row in brief.section("outcome").tables[0].rows]
    assert methods[0][0].origin == "said"
    assert methods[1][0].origin == "open"


def test_figures_of_work_without_a_customer_are_no_survey_of_needs(words: Words) -> None:
    brief = paper(words, evidence="給報が年に2万1,400件。うち紙が38%です。")
    assert "ニーズ調査" in next(
        each.about for each in brief.section("outcome").claims if "事後評価" in each.about
    )


def test_that_figures_meet_the_survey_of_needs_is_the_advisors_view(words: Words) -> None:
    brief = paper(
        words, customer="里帰りできない初産の人です。", evidence="里帰りできない初産の人が96人です。"
    )
    claim = next(each for each in brief.section("outcome").claims if "ニーズ調査" in each.text)
    assert claim.origin == "inference"


def test_an_indicator_that_is_missing_is_asked_for_once(words: Words) -> None:
    brief = paper(words, aspiration="来なくても届くようにしたい。")
    table = brief.section("open").tables[0]
    asked = [row[0][0].text for row in table.rows if "成果" in row[0][0].text]
    assert asked == ["成果指標(何を、いまいくつから、いくつに、いつまでに、どう測るか)"]


def test_the_strength_and_the_choice_are_joined_as_things(words: Words) -> None:
    brief = paper(
        words,
        phase=3,
        aspiration="町工場の後継ぎが、継ぐ前に一回試せる街にしたい。",
        strengths="0.01ミリの切削ができる工場が半径2キロに固まっています。",
        focus="海外の催しへの派遣と、はやりの技術を試す講座は、今期かぎりで終わりにします。",
    )
    text = "".join(claim.text for claim in brief.section("phase").claims)
    assert "固まっていること。選択は、" in text or "固まっているという強み" in text
