"""Every row of the two models: what an official says, and what stands on the paper."""

import pytest

from advisor.brief.speech import Clause, clauses
from advisor.framework.slots import Slot
from advisor.words import Words

ROWS: list[tuple[Slot, str, list[str]]] = [
    ("aspiration", "まず何の手続からやればいい?", []),
    ("customer", "訂正。241人。", ["241人"]),
    (
        "technology_role",
        "センサーは退院したばっかりの人だけでええと思います。",
        ["センサーは退院したばかりの人だけでよい"],
    ),
    ("technology_role", "予約の電話が一本あれば十分かと存じます。", ["予約の電話が一本あれば十分"]),
    (
        "measure",
        "空き部屋を相談室に変え、係の方にお願いいたします。",
        ["空き部屋を相談室に変え、係の人に頼む"],
    ),
    ("measure", "下書きをお願いいたします。", []),
    (
        "value",
        "司書に声をかけられることで、ほっとされるのではないかと存じます。",
        ["司書に声をかけられることで、ほっとする"],
    ),
    ("value", "待たずに済むのではないかと思います。", ["待たずに済む"]),
    ("evidence", "車のない家は回って数えた、26軒。", ["車のない家は回って数えた、26軒"]),
    ("strengths", "郵便局が3島とも残ってる。", ["郵便局が3島とも残っている"]),
    ("strengths", "局長が全員の顔を知ってる。", ["局長が全員の顔を知っている"]),
    ("focus", "庁内で見りゃ分かる分は取らせない。", ["庁内で見れば分かる分は取らせない"]),
    ("value", "役場のために一日つぶさなくていい。", ["役場のために一日つぶさなくてよい"]),
    ("technology_role", "電子申請は最後でいい。", ["電子申請は最後でよい"]),
    ("evidence", "6割が証明書だけ。", ["うち6割が証明書だけ"]),
    ("outcome", "証明書だけの来庁を3割以下に。", ["証明書だけの来庁を3割以下にする"]),
    ("resources", "年150万。", ["年150万円"]),
    ("stakeholders", "様式を変えると規則改正が要るから。", ["様式を変えると規則改正が要る"]),
    ("outcome", "令和9年度末。", ["令和9年度末"]),
    ("current_experience", "ちょっと聞いてほしいんですけどね、", []),
    ("current_experience", "私は笑えなくて。", []),
    ("evidence", "うちは昔34軒あった宿が今12軒でして、", ["昔34軒あった宿が今12軒"]),
    (
        "customer",
        "でもこのごろ、一週間くらい静かに湯治していかれる五十代六十代の女の方がぽつぽついらっしゃるんです。",
        ["このごろ、一週間くらい静かに湯治していく五十代六十代の女性がぽつぽついる"],
    ),
    (
        "aspiration",
        "ああいう方がひとりでも気兼ねなく長く居られる温泉場に戻したいなあと思って、",
        ["ひとりでも気兼ねなく長く居られる温泉場に戻す"],
    ),
    (
        "aspiration",
        "ひとりで来た人がね、十日もいるうちに朝の散歩で「おはよう」って声をかけられるようになる、そういう温泉場です。",
        ["ひとりで来た人が、十日もいるうちに朝の散歩で「おはよう」と声をかけられるようになる温泉場"],
    ),
    (
        "aspiration",
        "宴会の大箱の時代にはもう戻らなくていいと思ってるんです。",
        ["宴会の大箱の時代には戻らなくてよい"],
    ),
    (
        "customer",
        "介護や看取りが一段落した五十代後半の女の方、ですかねえ。",
        ["介護や看取りが一段落した五十代後半の女性"],
    ),
    (
        "customer",
        "去年うちの案内所で話しただけでも38人いらして、ほとんどおひとりでした。",
        ["去年、案内所で話しただけでも38人いて、ほとんどひとりだった"],
    ),
    (
        "current_experience",
        "宿の献立が二泊分しかなくて、三日目から同じ天ぷらが出るんですって。",
        ["宿の献立が二泊分しかなく、三日目から同じ天ぷらが出る"],
    ),
    (
        "current_experience",
        "それでスーパーのお惣菜を買って部屋でこっそり食べてるって笑い話みたいにおっしゃるんですけど、",
        ["スーパーの惣菜を買って部屋でこっそり食べている"],
    ),
    (
        "value",
        "お医者さんでも家でもない、なんにもしなくていい十日間。",
        ["医者でも家でもない、何もしなくてよい十日間"],
    ),
    (
        "value",
        "帰りがけに次はいつ来るって話をしてくださったら、それはもう本物ですよね。",
        ["帰りがけに次はいつ来るという話をしてくれた"],
    ),
    (
        "technology_role",
        "お風呂の入口にカメラって、よく考えたらお客さん嫌ですよねえ、",
        ["風呂の入口にカメラは、客が嫌がる"],
    ),
    ("technology_role", "札を裏返すだけで足りる気がしてきました。", ["札を裏返すだけで足りる"]),
    (
        "technology_role",
        "食堂の席の空きを宿と見せ合うところには何か要るかもしれませんけど。",
        ["食堂の席の空きを宿と見せ合うところには何か要る"],
    ),
    (
        "evidence",
        "案内所のノートに書いてもらってるんですけど、四泊以上の方が令和4年は61人、令和6年は187人。",
        ["案内所のノートに書いてもらっている", "四泊以上の人が令和4年は61人、令和6年は187人"],
    ),
    ("evidence", "誰も宣伝してないのにですよ。", ["誰も宣伝していない"]),
    ("strengths", "共同浴場が5つあってね、どれも源泉が違うんです。", ["共同浴場が5つあり、どれも源泉が違う"]),
    (
        "strengths",
        "朝いちばんの「滝の下の湯」なんて、地元のおばあちゃんが背中を流してくれますから。",
        ["朝いちばんの「滝の下の湯」は、地元のおばあちゃんが背中を流してくれる"],
    ),
    (
        "focus",
        "花火大会と団体バスの誘致はもうやめようかって、旅館組合の若い人たちと話してます。",
        ["花火大会と団体バスの誘致はやめる", "旅館組合の若い人たちと話している"],
    ),
    ("focus", "花火だけで650万かかってますから。", ["花火だけで650万円かかっている"]),
    (
        "measure",
        "宿は素泊まりでよくて、食べるのは町の食堂6軒で順番に、って分けて、泊まると食べるを町ぜんぶで引き受ける感じにするんです。",
        ["宿は素泊まりでよく、食べるのは町の食堂6軒で順番に、と分けて、泊まると食べるを町全体で引き受ける"],
    ),
    ("measure", "あと朝湯のあとの散歩に付き合う人も置きたくて。", ["朝湯のあとの散歩に付き合う人も置く"]),
    ("leader", "うちの課の若手の榊さん。", ["課の若手の榊"]),
    (
        "stakeholders",
        "いちばん大きい宿の大旦那さんが反対でしょうねえ、団体のお客さんで持ってるから。",
        ["いちばん大きい宿の大旦那が反対", "団体の客で持っている"],
    ),
    ("resources", "県の補助が2分の1で上限400万だったかしら。", ["県の補助が2分の1で上限400万円"]),
    ("resources", "締切が11月末なのは確かです、赤丸つけてありますから。", ["締切は11月末"]),
    ("risks", "おかみさんたち、平均で71歳なんですよ。", ["おかみたちは平均で71歳"]),
    ("risks", "誰かが倒れたらその日の夕ごはんが止まっちゃう。", ["誰かが倒れたらその日の夕食が止まる"]),
]


@pytest.mark.parametrize(("slot", "said", "written"), ROWS, ids=[said[:24] for _, said, _ in ROWS])
def test_what_is_said_becomes_what_stands_on_the_paper(
    slot: Slot, said: str, written: list[str], words: Words
) -> None:
    assert [clause.text for clause in clauses(said, words, slot)] == written


def test_words_that_fit_no_frame_stay_as_they_were_spoken(words: Words) -> None:
    (clause,) = clauses("乗るなら病院か孫の顔を見に。", words, "aspiration")
    assert (clause.text, clause.ending) == ("乗るなら病院か孫の顔を見に", "×")


MARKS: list[tuple[Slot, str, str]] = [
    ("current_experience", "三日目から同じ天ぷらが出るんですって。", "hearsay"),
    ("current_experience", "画面を見ながら待つしかなかったそうです。", "hearsay"),
    ("resources", "係の調整費が80万円だけあるって聞いてます。", "hearsay"),
    ("resources", "県の補助が2分の1で上限400万だったかしら。", "guess"),
    ("stakeholders", "いちばん大きい宿が反対でしょうねえ。", "guess"),
    ("focus", "花火大会はもうやめようかって。", "considering"),
    ("value", "次はいつ来るって話をしてくださったら、それはもう本物ですよね。", "sign"),
    ("stakeholders", "規則改正が要るから。", "reason"),
    ("resources", "締切が11月末なのは確かです。", "sure"),
    ("current_experience", "それでお惣菜を買って部屋で食べてます。", "coping"),
]


@pytest.mark.parametrize(("slot", "said", "mark"), MARKS, ids=[said for _, said, _ in MARKS])
def test_what_an_ending_meant_is_kept_as_a_mark(slot: Slot, said: str, mark: str, words: Words) -> None:
    assert mark in clauses(said, words, slot)[-1].marks


def test_a_hedge_on_ones_own_decision_goes_but_a_guess_about_the_world_stays(words: Words) -> None:
    decided = clauses("札を裏返すだけで足りる気がします。", words, "technology_role")[0]
    guessed = clauses("組合は賛成だと思います。", words, "stakeholders")[0]
    assert not decided.has("guess")
    assert guessed.has("guess")


def _one(said: str, slot: Slot, words: Words) -> Clause:
    (clause,) = clauses(said, words, slot)
    return clause


FRAGILE: list[tuple[str, Slot, str, str]] = [
    (
        "passive れる is no honorific",
        "current_experience",
        "子どもが先生に怒られます。",
        "子どもが先生に怒られる",
    ),
    (
        "potential 来られない is no honorific",
        "current_experience",
        "平日は役場に来られません。",
        "平日は役場に来られない",
    ),
    (
        "と言われる is no hearsay",
        "strengths",
        "海外の人に「こんな町は初めて」と言われました。",
        "海外の人に「こんな町は初めて」と言われた",
    ),
    ("ました keeps the past", "evidence", "去年は12人やめました。", "去年は12人やめた"),
    ("ません keeps the denial", "resources", "人は増えません。", "人は増えない"),
    ("ませんでした keeps both", "evidence", "昨年度は一人も来ませんでした。", "昨年度は一人も来なかった"),
    (
        "って after a te form is left alone",
        "current_experience",
        "掲示板に貼って、帰ります。",
        "掲示板に貼って、帰る",
    ),
    ("方 in した方がよい is no person", "measure", "早く直した方がいいです。", "早く直した方がよい"),
    ("方 in やり方 is no person", "measure", "仕事のやり方を変えます。", "仕事のやり方を変える"),
    ("方 of persons is 人", "customer", "ひとりで暮らす方が多いです。", "ひとりで暮らす人が多い"),
    ("たくさん keeps its さん", "strengths", "空き家がたくさんあります。", "空き家がたくさんある"),
    ("万 of persons takes no 円", "evidence", "年に3万人が来ます。", "年に3万人が来る"),
    ("から of a starting point is no reason", "evidence", "朝は5時から並びます。", "朝は5時から並ぶ"),
    ("うち of a number stays", "evidence", "48社のうち31社が黒字です。", "48社のうち31社が黒字"),
    ("くらい of a number stays", "evidence", "毎日23人くらい並びます。", "毎日23人くらい並ぶ"),
    ("a label at the head goes", "customer", "対象は一人暮らしの高齢者です。", "一人暮らしの高齢者"),
    (
        "an English label goes, English words stay",
        "aspiration",
        "Visionで言うと、町工場が一回Challengeできる街。",
        "町工場が一回Challengeできる街",
    ),
    ("dialect とらん is ていない", "focus", "人が渡っとらん橋は落とす。", "人が渡っていない橋は落とす"),
    (
        "dialect んかった is なかった",
        "current_experience",
        "間に合わんかった人がおるんだ。",
        "間に合わなかった人がいる",
    ),
    ("dialect へん is ない", "current_experience", "バスが来えへんのや。", "バスが来ない"),
    ("stated だ goes", "customer", "奥の沢の47戸だ。", "奥の沢の47戸"),
    (
        "an obligation is written out",
        "risks",
        "名簿を直さなきゃいけないんです。",
        "名簿を直さなければならない",
    ),
    (
        "a start taken back leaves what is meant",
        "customer",
        "お年寄り…いや、定年で家にいるお父さんたちかも。",
        "定年で家にいる父親たち",
    ),
]


MORE: list[tuple[str, Slot, str, str]] = [
    (
        "めぐって is no quotation",
        "current_experience",
        "ごみ出しをめぐって怒鳴り合いになったんです。",
        "ごみ出しをめぐって怒鳴り合いになった",
    ),
    (
        "って behind a predicate quotes",
        "strengths",
        "県内でいちばん暗いって天文台の人に言われました。",
        "県内でいちばん暗いと天文台の人に言われた",
    ),
    ("育てる is no contraction", "aspiration", "親が子どもを川で育てる。", "親が子どもを川で育てる"),
    (
        "western potential",
        "current_experience",
        "島の子は本土の部活に行かれへん。",
        "島の子は本土の部活に行けない",
    ),
    ("northern denial", "stakeholders", "農協がいい顔しねえ。", "農協がよい顔しない"),
    ("a wish asked as a question", "aspiration", "並ぶ時間を短くできないかと。", "並ぶ時間を短くできる"),
    (
        "a wish in ばいい",
        "aspiration",
        "来なくても届くようになればいいなと思います。",
        "来なくても届くようになる",
    ),
    (
        "a wish in ほうがいい",
        "aspiration",
        "高校生が毎日寄る商店街のほうがいいなって思ってます。",
        "高校生が毎日寄る商店街",
    ),
    (
        "polite hope",
        "aspiration",
        "誰かと言葉を交わしていらっしゃる、そのような地域になればと存じます。",
        "誰かと言葉を交わしている地域になる",
    ),
    ("humble measure", "measure", "四十九日までに3回お訪ねいたします。", "四十九日までに3回訪ねる"),
    (
        "honorific なる",
        "measure",
        "死亡届をお出しになった日に担当を決めます。",
        "死亡届を出した日に担当を決める",
    ),
    (
        "a chain of おられ",
        "current_experience",
        "同じ席におられ、声をかけにくいです。",
        "同じ席におり、声をかけにくい",
    ),
    (
        "volition inside a customer",
        "customer",
        "実家の近くで暮らそうか迷っている夫婦です。",
        "実家の近くで暮らそうか迷っている夫婦",
    ),
    ("oneself leaves the leaders", "leader", "私と、保健センターの小池さんです。", "保健センターの小池"),
    (
        "the speaker leaves a hope",
        "aspiration",
        "私は、迷わず相談できるまちになればと思います。",
        "迷わず相談できるまちになる",
    ),
    (
        "numbered lines end as verbs",
        "measure",
        "①福祉課と検針員の台帳を突き合わせ、",
        "福祉課と検針員の台帳を突き合わせる",
    ),
]


@pytest.mark.parametrize(("slot", "said", "written"), [row[1:] for row in MORE], ids=[row[0] for row in MORE])
def test_other_voices_come_to_paper(slot: Slot, said: str, written: str, words: Words) -> None:
    assert _one(said, slot, words).text == written


def test_a_rhetorical_question_claims_nothing(words: Words) -> None:
    assert clauses("あんな段々の田んぼで飛ばせるか。", words, "focus") == ()


@pytest.mark.parametrize(
    ("slot", "said", "written"), [row[1:] for row in FRAGILE], ids=[row[0] for row in FRAGILE]
)
def test_fragile_places_hold(slot: Slot, said: str, written: str, words: Words) -> None:
    assert _one(said, slot, words).text == written


def test_a_clause_knows_where_it_was_said(words: Words) -> None:
    said = "人は増えません。年150万です。"
    for clause in clauses(said, words, "resources"):
        assert said[clause.start : clause.start + len(clause.source)] == clause.source


def test_ten_thousand_characters_are_read_without_harm(words: Words) -> None:
    assert len(clauses("バスが減って、買い物に行けないんです。" * 520, words, "current_experience")) == 520
