"""Which exporter writes a format, and whether it can on this machine."""

from collections.abc import Mapping

from advisor.agent.ports import Demanding, Exporter
from advisor.errors import AdvisorError


def exporter_of(exporters: Mapping[str, Exporter], format: str) -> Exporter:
    """Return the exporter of a format; an unknown one raises AdvisorError."""
    if format not in exporters:
        raise AdvisorError("その形式では書き出せません", format, f"使える形式: {'、'.join(exporters)}")
    return exporters[format]


def lacking(exporter: object) -> AdvisorError | None:
    """Why an exporter cannot write on this machine, or None; no file is made."""
    try:
        if isinstance(exporter, Demanding):
            exporter.check()
    except AdvisorError as error:
        return error
    return None
