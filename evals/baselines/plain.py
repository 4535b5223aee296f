"""The plain prompt: the same model with the retrieved passages in its prompt, as most would build it with LangChain."""

from collections.abc import Sequence
from typing import Any, ClassVar, Final

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, HumanMessage
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate, MessagesPlaceholder

from advisor.adapters.endpoint.client import chat_model, http_client
from advisor.adapters.endpoint.faults import told
from advisor.adapters.endpoint.quiet import hush
from advisor.adapters.library import CardLibrary
from advisor.dialogue.moves import Decision
from advisor.dialogue.turns import Change, Reply, Turn
from advisor.evidence.passages import Hit
from advisor.evidence.query import Query
from advisor.privacy.cleaning import clean
from advisor.settings import ModelSettings
from evals.baselines.talks import Talks, wants_the_paper

SYSTEM: Final = "あなたは自治体のDXに詳しいアドバイザーです。職員の相談に、次の資料を参考にして、日本語で丁寧に答えてください。\n\n資料:\n{context}"
_COUNT: Final = 4
SILENT: Final = "(接続先が答えませんでした)"


class Plain(Talks):
    """Retrieval-augmented chat and nothing else: no reading, no decision, no checks, no paper."""

    name: ClassVar[str] = "plain"
    greeting: ClassVar[str] = "ご相談をどうぞ。"

    def __init__(self, chat: BaseChatModel, library: CardLibrary) -> None:
        super().__init__()
        self._library = library
        prompt = ChatPromptTemplate.from_messages(
            [("system", SYSTEM), MessagesPlaceholder("history"), ("human", "{question}")]
        )
        self._chain = prompt | chat | StrOutputParser()

    def answer(self, turns: Sequence[Turn], message: str) -> tuple[Decision, Reply, tuple[Change, ...]]:
        """Ask the model, given the talk so far and the passages nearest to the message."""
        hits = self._library.search(Query(text=message, k=_COUNT))
        move = "draft" if wants_the_paper(message) else "answer_fact"
        decision = Decision(move=move, rule=self.name, because="資料を添えてモデルに尋ねた", query=message)
        text = self._said(turns, message, hits)
        return decision, Reply(text=text), ()

    def _said(self, turns: Sequence[Turn], message: str, hits: Sequence[Hit]) -> str:
        history: list[Any] = []
        for turn in turns:
            history += [HumanMessage(turn.message), AIMessage(turn.reply.text)]
        context = "\n\n".join(
            f"{hit.passage.title} {hit.passage.heading}\n{hit.passage.text}" for hit in hits
        )
        try:
            said = self._chain.invoke({"context": context, "history": history, "question": message})
        except (
            Exception
        ) as error:  # whatever the libraries raise: one silent endpoint is no reason to lose the run
            return f"{SILENT} {told(error, started=False).kind}"
        return clean(said).text or SILENT


def open_plain(settings: ModelSettings, library: CardLibrary) -> Plain:
    """The plain prompt to the model that plays the writer in these settings."""
    hush()
    chat, _ = chat_model(settings, settings.model_for("writer"), http_client(settings))
    return Plain(chat, library)
