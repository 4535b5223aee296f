"""Consultations as the paper receives them: worksheets of messages, verbatim."""

from collections.abc import Mapping, Sequence

from advisor.adapters.questions import read_questions
from advisor.brief.material import Material, TechnologyMention, Utterance
from advisor.brief.model import Header
from advisor.evidence.cards import CaseCard, CaseLines, Source
from advisor.evidence.passages import Passage
from advisor.framework.labels import Phase
from advisor.framework.phases import PhaseView
from advisor.framework.slots import Slot
from advisor.framework.worksheet import SlotState, SlotValue, Worksheet
from advisor.resources import corpus_folder

Said = tuple[int, str]
QUESTIONS = read_questions(corpus_folder())

FAIRNESS = Passage(
    id="fairness#公平", card="fairness", kind="method", title="公平の考え方", heading="公平",
    text="公平には二つの考え方があります。一つは一人当たりを同じにすること、もう一つは「どの国民も幸せに生活できる」という考え方です。",
    url="https://example.jp/fairness", source="公平の考え方", checked="opening",
)  # fmt: skip

SECOND_PHASE = Passage(
    id="phase2#何", card="phase2", kind="framework", title="自治体DXの3 Phases", heading="何",
    text="改革とは「見直し、組み換え、創造、削除」を指します。", url="https://example.jp/phases",
    source="自治体DXの3 Phases", checked="full",
)  # fmt: skip


def case(id: str, title: str, shelf: str, happened: str, limit: str, counter: str | None = None) -> CaseCard:
    """A case card with the parts a paper shows."""
    return CaseCard.model_validate(
        {
            "id": id, "title": title, "kind": "case", "place": title, "country": "日本", "population": None, "year": "2020",
            "phase": None, "phase_reason": "例", "shelf": shelf, "default": True, "fields": (), "technologies": (),
            "technology_role": "none", "trigger": None, "want": "願い", "customer": "住民",
            "lines": CaseLines(want="手続で迷わせない", happened=happened, limit=limit), "before": "", "what": "",
            "non_tech_work": "", "figures": (), "limits": limit, "counter_view": counter, "question": "何を変えますか?",
            "sources": (Source(title=f"{title}の記録", url=f"https://example.jp/{id}", checked="opening"),),
        }
    )  # fmt: skip


COUNTER = case("desk", "窓口を一つにした市", "success", "所要時間が短くなった", "完全な一か所ではない")
WARNING = case(
    "online",
    "国の電子申請12システム",
    "caution",
    "12システムで電子申請率は10%以下",
    "市町村の窓口の記録ではない",
    "費用が先に立つという指摘",
)


def worksheet(
    said: Mapping[Slot, Sequence[Said]], keys: Mapping[tuple[Slot, int], str] | None = None
) -> Worksheet:
    """A worksheet of answers by slot: (turn, message)."""
    sheet = Worksheet()
    for slot, values in said.items():
        held = tuple(
            SlotValue(text=text, turn=turn, key=(keys or {}).get((slot, turn), "")) for turn, text in values
        )
        sheet = sheet.with_state(SlotState(slot=slot, status="answered", values=held))
    return sheet


def material(
    said: Mapping[Slot, Sequence[Said]],
    others: Sequence[Utterance] = (),
    *,
    phase: Phase | None = None,
    technologies: Sequence[str] = (),
    keys: Mapping[tuple[Slot, int], str] | None = None,
    cases: Sequence[CaseCard] = (),
    fairness: Passage | None = None,
    framework: Passage | None = None,
) -> Material:
    """Material of answers by slot; messages that filled nothing are given as `others`."""
    spoken = {
        turn: Utterance(turn=turn, asked=slot, text=text, slots=(slot,))
        for slot, values in said.items()
        for turn, text in values
    }
    spoken |= {each.turn: each for each in others}
    return Material(
        worksheet=worksheet(said, keys),
        utterances=tuple(spoken[turn] for turn in sorted(spoken)),
        technologies=tuple(TechnologyMention(name=name, turn=1) for name in technologies),
        phase=PhaseView(value=phase),
        header=Header(date="2026-11-24"),
        cases=tuple(cases),
        fairness=fairness,
        framework=framework,
        questions=QUESTIONS,
    )


def island() -> Material:
    """The official of few words: the first model."""
    said: dict[Slot, list[Said]] = {
        "aspiration": [(2, "書類のために船に乗る日をなくす。乗るなら病院か孫の顔を見に。")],
        "customer": [(3, "沖の3島に住む75歳以上。214人。"), (6, "訂正。214人じゃない。241人。")],
        "current_experience": [(4, "証明書1枚で往復2時間40分。船賃1,180円。")],
        "value": [(5, "役場のために一日つぶさなくていい。")],
        "technology_role": [(7, "出張先で台帳を見る端末1台。電子申請は最後でいい。")],
        "evidence": [(8, "昨年度、3島からの来庁が延べ931件。6割が証明書だけ。")],
        "strengths": [(9, "郵便局が3島とも残ってる。局長が全員の顔を知ってる。")],
        "focus": [(10, "証明書を出させるのをやめる。庁内で見りゃ分かる分は取らせない。")],
        "measure": [(11, "証明の要る手続31件を洗い直す。残った分は郵便局に月2回、職員が出張。")],
        "leader": [(12, "主任の浜口。沖の島の生まれ。")],
        "stakeholders": [(13, "会計と法規が渋る。様式を変えると規則改正が要るから。")],
        "outcome": [(14, "令和9年度末。証明書だけの来庁を3割以下に。")],
        "resources": [(15, "年150万。人は増えない。")],
    }
    others = (
        Utterance(turn=1, asked=None, text="電子申請。まず何の手続からやればいい?", aside=True),
        Utterance(
            turn=6, asked=None, text="訂正。214人じゃない。241人。", slots=("customer",), correction=True
        ),
    )
    return material(
        said, others, phase=2, technologies=("電子申請",), cases=(COUNTER, WARNING), fairness=FAIRNESS, framework=SECOND_PHASE
    )  # fmt: skip


ONSEN_OPENING = (
    "こんにちは〜、温泉の町で観光商工をやっております。ちょっと聞いてほしいんですけどね、うちは昔34軒あった宿が今12軒でして、"
    "でもこのごろ、一週間くらい静かに湯治していかれる五十代六十代の女の方がぽつぽついらっしゃるんです。"
    "ああいう方がひとりでも気兼ねなく長く居られる温泉場に戻したいなあと思って、それで県の補助もあるっていうから、"
    "共同浴場の混み具合が見えるカメラとアプリを入れることにしたんですよ。どう思われます?"
)
_SECOND, _THIRD = ONSEN_OPENING.split("。")[1] + "。", ONSEN_OPENING.split("。")[2] + "。"


def onsen() -> Material:
    """The official who talks much: the second model."""
    said: dict[Slot, list[Said]] = {
        "aspiration": [
            (1, _THIRD),
            (
                2,
                "ひとりで来た人がね、十日もいるうちに朝の散歩で「おはよう」って声をかけられるようになる、そういう温泉場です。宴会の大箱の時代にはもう戻らなくていいと思ってるんです。",
            ),
        ],
        "customer": [
            (
                3,
                "介護や看取りが一段落した五十代後半の女の方、ですかねえ。去年うちの案内所で話しただけでも38人いらして、ほとんどおひとりでした。",
            ),
            (1, _SECOND),
        ],
        "current_experience": [
            (
                5,
                "宿の献立が二泊分しかなくて、三日目から同じ天ぷらが出るんですって。それでスーパーのお惣菜を買って部屋でこっそり食べてるって笑い話みたいにおっしゃるんですけど、私は笑えなくて。",
            )
        ],
        "value": [
            (
                6,
                "お医者さんでも家でもない、なんにもしなくていい十日間。帰りがけに次はいつ来るって話をしてくださったら、それはもう本物ですよね。",
            )
        ],
        "technology_role": [
            (
                7,
                "お風呂の入口にカメラって、よく考えたらお客さん嫌ですよねえ、札を裏返すだけで足りる気がしてきました。食堂の席の空きを宿と見せ合うところには何か要るかもしれませんけど。",
            )
        ],
        "evidence": [
            (
                8,
                "案内所のノートに書いてもらってるんですけど、四泊以上の方が令和4年は61人、令和6年は187人。誰も宣伝してないのにですよ。",
            ),
            (1, _SECOND),
        ],
        "strengths": [
            (
                9,
                "共同浴場が5つあってね、どれも源泉が違うんです。朝いちばんの「滝の下の湯」なんて、地元のおばあちゃんが背中を流してくれますから。",
            )
        ],
        "focus": [
            (
                10,
                "花火大会と団体バスの誘致はもうやめようかって、旅館組合の若い人たちと話してます。花火だけで650万かかってますから。",
            )
        ],
        "measure": [
            (
                11,
                "宿は素泊まりでよくて、食べるのは町の食堂6軒で順番に、って分けて、泊まると食べるを町ぜんぶで引き受ける感じにするんです。あと朝湯のあとの散歩に付き合う人も置きたくて。",
            )
        ],
        "leader": [
            (
                12,
                "うちの課の若手の榊さん。お父さんが旅館をたたんだ人でね、組合の人も榊さんの話なら聞くんです。",
            )
        ],
        "stakeholders": [
            (
                13,
                "いちばん大きい宿の大旦那さんが反対でしょうねえ、団体のお客さんで持ってるから。婦人会と食堂のおかみさんたちは乗り気です。",
            )
        ],
        "resources": [
            (
                14,
                "県の補助が2分の1で上限400万だったかしら。締切が11月末なのは確かです、赤丸つけてありますから。",
            )
        ],
        "risks": [
            (15, "おかみさんたち、平均で71歳なんですよ。誰かが倒れたらその日の夕ごはんが止まっちゃう。")
        ],
    }
    keys: dict[tuple[Slot, int], str] = {
        ("customer", 1): "五十代六十代の女の方",
        ("evidence", 1): "昔34軒あった宿が今12軒",
    }
    others = (
        Utterance(turn=1, asked=None, text=ONSEN_OPENING, slots=("aspiration",)),
        Utterance(
            turn=4,
            asked="current_experience",
            text="あ、ごめんなさいね、ぜんぜん関係ないんですけど、今日うちの猫が役場までついてきちゃって。えーと、なんの話でしたっけ。",
            aside=True,
        ),
    )
    return material(
        said, others, phase=3, technologies=("混み具合が見えるカメラ", "アプリ"), keys=keys, cases=(WARNING,), fairness=FAIRNESS
    )  # fmt: skip
