"""Named operators that put ONE defect into a good case; each names the grader that must see it."""

from typing import Final

from evals.graders.changing import Mutation, adding, asking, saying, turn, turns
from evals.graders.papers_spoilt import PAPER
from evals.graders.spoiling import (
    all_ask,
    at,
    case_told_early,
    citation,
    misquoted,
    plain_style,
    pressed,
    pushed_on,
    question_alone,
    quote_changed,
    reply_twice,
    sentence,
    sentence_twice,
    source_cut,
    swapped,
    third_time,
    told_again,
    unasked,
    want_unsaid,
)
from evals.graders.texts import questions
from evals.graders.wordlists import VENDORS

_LONG: Final = "この取組の先にある暮らしの細かな所までを思い浮かべながら、関わる方それぞれの立場や時間の使い方や移動の道のりを順に確かめていくことが、この先の企画の組み立てにとって欠かせない土台になっていくと考えられます。"

DIALOGUE: Final = (
    Mutation("second_question", "one_question", sentence("ほかに、気になることはありますか?", "予算はいくらですか?", "いつから始めますか。")),
    Mutation("words_of_another_slot", "question_fits_slot", at(lambda _, seed: swapped(seed))),
    Mutation("purpose_asked_for", "scene_not_purpose", at(lambda case, seed: asking("aspiration", ("この取組の目的は何ですか?", "課題は何だとお考えですか?", "何のために入れるのですか?")[seed % 3]), early=True)),
    Mutation("words_given_back_dropped", "reflection_ratio", lambda case, seed: turns(case, lambda each: saying(f"承知しました。\n{questions(each.reply.text)[-1] if questions(each.reply.text) else ''}")(each))),
    Mutation("own_words_dropped", "own_words", at(lambda _, seed: saying("承知しました。\n次はどうですか?"))),
    Mutation("asked_a_third_time", "asked_at_most_twice", third_time),
    Mutation("told_and_asked_again", "answered_not_asked_again", told_again),
    Mutation("unknown_pressed", "unknown_not_pressed", pressed),
    Mutation("one_kind_of_question", "question_kinds", all_ask("それはだれですか?")),
    Mutation("money_asked_first", "asks_of_people", all_ask("予算はいくらですか?")),
    Mutation("want_never_said", "turns_to_want", want_unsaid),
    Mutation("want_never_said", "want_reached", want_unsaid),
    Mutation("technology_asked_for", "tech_first_turned", lambda case, seed: turn(case, 1, asking("technology_role", ("どのシステムを入れたいですか?", "ドローンは何台要りますか?", "AIに何を任せますか?")[seed % 3]))),
    Mutation("technology_brought_in", "no_false_turn", lambda case, seed: turn(case, 1 + seed % 3, adding(("生成AIも使えます。", "ドローンの話から伺います。", "その前に、アプリを考えてみます。", "まず技術の話をします。", "センサーを置く手もあります。")[seed % 5]))),
    Mutation("scolded", "no_lecture", sentence("それは技術ありきの考えです。", "手段が目的になっています。", "勘違いしておられるようです。")),
    Mutation("question_left_unanswered", "literal_question_answered", question_alone),
    Mutation("technology_recommended", "no_product_before_want", sentence("生成AIの導入をおすすめします。", "この場合はドローンが最適です。", "センサーを入れましょう。", early=True)),
    Mutation("vendor_praised", "no_vendor_named", lambda case, seed: sentence(f"{VENDORS[seed * 7 % len(VENDORS)]}の製品は実績が豊富です。")(case, seed)),
    Mutation("advice_unasked", "advice_with_leave", unasked),
    Mutation("case_before_want", "want_before_case", case_told_early),
    Mutation("pushed_on", "yields_to_pushback", pushed_on),
    Mutation("plain_style", "polite", plain_style),
    Mutation("double_keigo", "no_double_keigo", sentence("おっしゃられたとおりです。", "資料を拝見させていただきました。", "ご覧になられたのですね。")),
    Mutation("every_reply_padded", "reply_characters", lambda case, seed: turns(case, adding(_LONG + _LONG))),
    Mutation("one_reply_too_long", "reply_not_long", sentence(_LONG * 4)),
    Mutation("sentence_too_long", "sentence_length", sentence(_LONG)),
    Mutation("sentence_said_twice", "no_sentence_repeated", sentence_twice),
    Mutation("reply_said_twice", "no_reply_repeated", reply_twice),
    Mutation("link_put_in", "no_markup", sentence("[詳しくはこちら](https://example.jp)です。", "<b>大切</b>です。", "![図](x.png)です。")),
    Mutation("number_invented", "numbers_supported", sentence("7391件ありました。", "約86.4%の方が困っています。", "98765円かかります。")),
    Mutation("quote_changed", "quotes_literal", quote_changed),
    Mutation("citation_changed", "citation_literal", citation(misquoted)),
    Mutation("source_cut", "citation_shown", citation(source_cut)),
)  # fmt: skip
"""Operators on the conversation."""

MUTATIONS: Final = (*DIALOGUE, *PAPER)
"""All operators."""
