"""Only English is judged, passage by passage."""

from __future__ import annotations

import pytest

from afterword.rules.wording.language import is_english
from afterword.rules.wording.prose import Passage, flatten


def _is_english(text: str) -> bool:
    passage = Passage(text, text, flatten(text), "", (), False, lambda start, end: None)
    return is_english(passage.words, text)


@pytest.mark.parametrize(
    "text",
    [
        "Der Fehler war die Folge eines menschlichen Irrtums, und wir haben ihn nicht gesehen.",
        "Die Abfrage lieferte doppelte Spalten, da das Schema nicht geprüft wurde.",
        "La panne a été causée par une erreur humaine dans la configuration du service.",
        "El equipo no revisó la configuración y por eso se cayó el servicio.",
        "A equipe não revisou a configuração e por isso o serviço caiu.",
        "Il problema è stato causato da un errore umano nella configurazione del servizio.",
        "De storing werd veroorzaakt door een fout van de operator en niet door het systeem.",
        "Avbrottet orsakades av ett fel som inte var känt för oss och det tog tid att hitta.",
        "Błąd nie był znany, a zespół nie sprawdził konfiguracji przez cały dzień.",
        "Причиной сбоя стала ошибка оператора.",
        "原因は人為的なミスでした。",
    ],
)
def test_another_language_is_left_alone(text: str) -> None:
    assert not _is_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "The engineer forgot the flag.",
        "A coding agent deleted a live database during a declared freeze",
        "Improve monitoring",
        "Root cause: human error",
        "Human error in lead-up to the conversion: failure to see that health checks break",
        "10:12 kafka-1 restarted",
        "",
    ],
)
def test_english_is_judged(text: str) -> None:
    assert _is_english(text)


def test_one_passage_does_not_decide_for_the_next(find_in) -> None:
    text = "Wir haben das nicht gesehen und es war nicht der Fehler von uns.\n\nThe engineer forgot the flag.\n"
    assert [(each.span.line, each.code) for each in find_in(text)] == [(3, "AW302")]
