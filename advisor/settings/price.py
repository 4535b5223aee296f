"""What a language model costs."""

from pydantic import ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from advisor.errors import AdvisorError
from advisor.patience.price import Prices, Yen


class PriceSettings(BaseSettings):
    """Yen for 1,000,000 tokens, from ADVISOR_PRICE_PROMPT and ADVISOR_PRICE_COMPLETION; without them no yen is shown."""

    model_config = SettingsConfigDict(
        env_prefix="ADVISOR_PRICE_", frozen=True, extra="ignore", env_ignore_empty=True
    )

    prompt: Yen | None = None
    completion: Yen | None = None

    @property
    def prices(self) -> Prices:
        """The prices as they are counted with."""
        return Prices(prompt=self.prompt, completion=self.completion)


def price_settings() -> PriceSettings:
    """Return the prices; AdvisorError names the values that cannot be read."""
    try:
        return PriceSettings()
    except ValidationError as error:
        wrong = sorted(f"ADVISOR_PRICE_{str(each['loc'][0]).upper()}" for each in error.errors())
        raise AdvisorError(
            "言語モデルの価格に、読めない値があります。",
            "、".join(wrong),
            "100万トークンあたりの円を、0以上の数で書いてください。",
        ) from None
