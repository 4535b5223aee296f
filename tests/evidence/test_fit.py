"""How well a case fits a wish."""

from advisor.evidence.fit import FIT_WEIGHTS, Fit, Fitting, FitWeights, Wishes, degree, fitting, said_share

WEIGHTS = FitWeights(marks=7.0, lead=2.0, constant=-7.0, threshold=0.6)


def test_every_wish_knows_its_case() -> None:
    wishes = Wishes(
        fits=(Fitting(case="A", marks=(("買い物",),), wishes=("店がない", "遠い")),), none=("猫",)
    )
    assert list(zip(wishes.texts, wishes.owners, strict=True)) == [
        ("店がない", "A"),
        ("遠い", "A"),
        ("猫", ""),
    ]


def test_a_group_of_marks_is_met_by_any_of_its_expressions_in_any_width() -> None:
    assert said_share("ＩＴの会社がない", (("it", "情報"), ("若者",))) == 0.5
    assert said_share("何もない", ()) == 0.0


def test_words_and_nearness_must_agree() -> None:
    both, words, near = (
        Fit(case="both", marks=1.0, lead=1.0),
        Fit(case="words", marks=1.0, lead=-1.0),
        Fit(case="near", marks=0.0, lead=2.0),
    )
    assert fitting((near, words, both), WEIGHTS) == ("both",)
    better = Fit(case="better", marks=1.0, lead=2.0)
    assert fitting((both, better), WEIGHTS) == ("better", "both")


def test_more_of_either_sign_is_a_better_fit_in_both_modes() -> None:
    for weights in FIT_WEIGHTS.values():
        low = degree(Fit(case="x", marks=0.5, lead=0.0), weights)
        assert low < degree(Fit(case="x", marks=1.0, lead=0.0), weights)
        assert low < degree(Fit(case="x", marks=0.5, lead=1.0), weights)
