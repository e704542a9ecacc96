"""Digests to try the forms on: a rich one, a brief, an empty one, one that is too full, and hostile ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from pydantic import BaseModel

from afterword.digest.forms.links import MailLinks
from afterword.digest.view import (
    Action,
    Case,
    Cases,
    Cause,
    Changed,
    Clock,
    Cohort,
    Counts,
    Digest,
    Drifted,
    Earlier,
    Edition,
    Explained,
    Item,
    Link,
    Pick,
    Recurring,
    Site,
    Span,
    TeamWork,
    Update,
)

URL = "https://learning.example.org/"
LINKS = MailLinks(
    archive=f"{URL}digests/",
    unsubscribe="mailto:learning-leave@example.org?subject=unsubscribe",
    help=f"{URL}guide/digest/",
)
SITE = Site(name="Example learning reports", url=URL, zone="Europe/Berlin")
SPAN = Span(
    weeks=("2026-W46", "2026-W47"),
    label="2026-W46 to 2026-W47",
    first_day=date(2026, 11, 9),
    last_day=date(2026, 11, 22),
    begins=datetime(2026, 11, 8, 23, tzinfo=UTC),
    ends=datetime(2026, 11, 22, 23, tzinfo=UTC),
)
DISCOUNT = Link(title="Same question, different discount", address=f"{URL}reports/2026-11-02-unequal-discounts/")
REFUND = Link(title="The assistant promised a refund that no policy holds", address=f"{URL}reports/2026-10-28-refund/")
ARABIC = Link(
    title="إجابة صحيحة بلغة خاطئة: رد المساعد بالإنجليزية", address=f"{URL}reports/2026-11-05-wrong-language/"
)
TOOL = Link(
    title="An agent closed 41 tickets that nobody had answered", address=f"{URL}reports/2026-11-06-closed-tickets/"
)
CANARY = Link(
    title="A canary stopped a ranking that hid small sellers", address=f"{URL}reports/2026-11-10-small-sellers/"
)
OLD = Link(
    title="Forecast drift went unseen over the summer – naïve baseline", address=f"{URL}reports/2026-08-19-drift/"
)
GROUPS = Link(title="Evals had no tests for subgroups", address=f"{URL}factors/eval-no-subgroup-tests/")


def factor(title: str, slug: str, side: Any, how: str) -> Cause:
    return Cause(title=title, address=f"{URL}factors/{slug}/", side=side, how=how)


PICK = Item(
    id="2026-11-02-unequal-discounts",
    kind="incident",
    headline=DISCOUNT.title,
    address=DISCOUNT.address,
    published_on=date(2026, 11, 18),
    facts=("Incident, sev2", "Sales assistant", "2 November 2026"),
    severity="sev2",
    public_sources=False,
    happened="Customers of two neighbourhoods asked the sales assistant the same question and were offered different "
    "discounts. For 19 days the offers were 8% lower on average where the postcode began with 12. 1,340 offers were "
    "affected; all have been raised to the higher one.",
    causes=(
        factor("Evals had no tests for subgroups", "eval-no-subgroup-tests", "technical",
               "The eval suite measured the average discount alone, which did not move."),
        factor("A proxy for a protected group was in the input", "proxy-feature", "technical",
               "The address was part of the prompt, since delivery times needed it."),
        factor("A prompt change was released without a second look", "prompt-change-unreviewed", "organisational",
               "Prompts lay outside the repository, so that no review was asked for."),
    ),
    changes=(
        "Release gate: offers are compared between groups of postcodes",
        "The address is passed to the delivery tool alone",
        "Prompts live in the repository and are reviewed like code",
    ),
    takeaway="An average that stays still says nothing about who pays for it.",
)  # fmt: skip

WRONG_LANGUAGE = Item(
    id="2026-11-05-wrong-language",
    kind="incident",
    headline=ARABIC.title,
    address=ARABIC.address,
    published_on=date(2026, 11, 19),
    facts=("Incident, sev3", "مساعد الدعم", "5 November 2026"),
    severity="sev3",
    public_sources=False,
    happened="طرح العملاء أسئلتهم بالعربية وجاءت الردود بالإنجليزية لمدة ست ساعات. تلقى ٢١٢ عميلا ردا لم يطلبوه.",
    causes=(
        factor("A default was taken over silently", "silent-default", "technical", "عند غياب رمز اللغة استُخدمت الإنجليزية دون تنبيه."),
    ),
    changes=("A missing language code stops the release", "يُختبر كل إصدار بأسئلة من كل لغة"),
    takeaway="القيمة الافتراضية قرار أيضا.",
)  # fmt: skip

CLOSED = Item(
    id="2026-11-06-closed-tickets",
    kind="incident",
    headline=TOOL.title,
    address=TOOL.address,
    published_on=date(2026, 11, 4),
    late_from="2026-W45",
    facts=("Incident, sev3", "Ticket agent", "6 October 2026"),
    severity="sev3",
    public_sources=True,
    happened="An agent that sorts support tickets marked 41 of them as solved. The tool that closes tickets answered "
    "“ok” although no reply had been sent.",
    causes=(
        factor("A tool's success was not checked", "tool-result-unchecked", "technical",
               "The tool reported that the call was accepted, not that a reply was sent."),
        Cause(title="x-busy-season", address="", side=None, how="Twice as many tickets as usual came in that week."),
    ),
    changes=("The tool returns the id of the reply it has sent",),
    takeaway="",
)  # fmt: skip

NEAR_MISS = Item(
    id="2026-11-10-small-sellers",
    kind="near_miss",
    headline=CANARY.title,
    address=CANARY.address,
    published_on=date(2026, 11, 20),
    facts=("Near miss, could have been sev2", "Marketplace ranking", "10 November 2026"),
    severity="sev2",
    public_sources=False,
    happened="A new ranking was shown to one in a hundred visitors. Sellers with fewer than ten offers disappeared from "
    "the first page of nearly every search.",
    stopped_by="The canary compared the share of small sellers with the week before and stopped the roll-out after 40 "
    "minutes.",
    causes=(
        factor("Training data came from a narrow period", "narrow-training-period", "technical",
               "Clicks of the sale in October, when large sellers advertise most, were a third of the data."),
    ),
    changes=("The canary's comparison becomes part of every release of the ranking",),
    takeaway="A check that compares groups stopped in minutes what an average would have let through.",
)  # fmt: skip

SECOND_NEAR_MISS = Item(
    id="2026-11-12-recall-notice",
    kind="near_miss",
    headline="リコール通知の要約から型番が抜け落ちた",
    address=f"{URL}reports/2026-11-12-recall-notice/",
    published_on=date(2026, 11, 21),
    facts=("Near miss, could have been sev1", "Notice summariser", "12 November 2026"),
    severity="sev1",
    public_sources=False,
    happened="要約モデルがリコール通知から型番を省いた。配信前の確認で見つかり、利用者には届いていない。",
    stopped_by="A rule that a notice without a model number is held back.",
    causes=(),
    changes=(),
    takeaway="",
)


def action(
    title: str, report: Link, number: int, status: Any, day: date | None, days: int | None, note: str = ""
) -> Action:
    address = f"{report.address}#rm-{number}"
    return Action(title=title, address=address, report=report, status=status, day=day, days=days, note=note)


WORK = (
    TeamWork(
        team="Marketplace",
        address=f"{URL}teams/marketplace/",
        done=(action("Reports of drift go to the on-call channel", OLD, 1, "verified", date(2026, 11, 17), None),),
        due=(),
        overdue=(
            action("The baseline is trained anew every month", OLD, 2, "in_progress", date(2026, 10, 12), -42),
            action("Alert on the share of unseen categories", OLD, 3, "accepted", date(2026, 11, 20), -3),
        ),
    ),
    TeamWork(
        team="Support",
        address=f"{URL}teams/support/",
        done=(
            action("Refunds are offered by a tool that knows the policy", REFUND, 1, "done", date(2026, 11, 12), None),
            action("A second model reads every answer", REFUND, 2, "declined", date(2026, 11, 16), None,
                   "It agreed with the first one in all of 200 known cases."),
        ),
        due=(action("A missing language code stops the release", ARABIC, 1, "in_progress", date(2026, 11, 30), 8),),
        overdue=(),
    ),
    TeamWork(
        team="", address="", done=(), due=(action("Ask for the vendor's release notes", TOOL, 2, "proposed", None, None),), overdue=()
    ),
)  # fmt: skip

RICH = Digest(
    site=SITE,
    edition=Edition(audience="company", brief=False, key="company"),
    span=SPAN,
    address=f"{URL}digests/2026-w47/",
    subject="Learning digest 2026-W46 to 2026-W47: 5 new, 2 changed",
    teaches="Averages hid who was affected: three reports were found by comparing groups, and by nothing else.",
    counts=Counts(incidents=3, near_misses=2, exercises=0, updated=1, corrected=1, done=3, due=2, overdue=2),
    pick=Pick(item=PICK, because="the most factors that other reports name too"),
    new=(WRONG_LANGUAGE, CLOSED),
    near_misses=(SECOND_NEAR_MISS, NEAR_MISS),
    changed=(
        Changed(
            report=REFUND,
            kind="incident",
            updates=(
                Update(day=date(2026, 11, 13), what="The number of customers was 31, not 13: the first count left out the app.", correction=True),
                Update(day=date(2026, 11, 16), what="The second remediation was declined, with the reason.", correction=False),
            ),
        ),
        Changed(
            report=OLD,
            kind="incident",
            updates=(
                Update(day=date(2026, 11, 6), what="The success check of the first remediation was met.", correction=False, late_from="2026-W45"),
            ),
        ),
    ),
    work=WORK,
    drift=(
        Drifted(
            title="Pin the model's version",
            address=f"{URL}reports/2026-05-18-incoherent-answers/#rm-3",
            report=Link(title="Answers changed over night", address=f"{URL}reports/2026-05-18-incoherent-answers/"),
            day=date(2026, 11, 18),
            words="the report says in progress, the tracker done",
        ),
    ),
    cohorts=(
        Cohort(label="November 2026", opened=6, left=6, change=None),
        Cohort(label="October 2026", opened=4, left=2, change=-2),
        Cohort(label="August 2026", opened=3, left=2, change=-1),
        Cohort(label="March 2026", opened=5, left=2, change=0),
        Cohort(label="2025", opened=12, left=1, change=1),
    ),
    recurring=(
        Recurring(title=GROUPS.title, address=GROUPS.address, reports=4, new=(DISCOUNT, CANARY), open=3, oldest_days=93, came_back=True),
        Recurring(title="A default was taken over silently", address=f"{URL}factors/silent-default/", reports=2, new=(ARABIC,), open=0, oldest_days=None, came_back=False),
    ),
    cases=Cases(
        new=(
            Case(title="The same question gets the same offer in every postcode", address=f"{DISCOUNT.address}#ec-1", report=DISCOUNT, kind="counterfactual-group", status="committed", blocking=True),
            Case(title="سؤال بالعربية يُجاب بالعربية", address=f"{ARABIC.address}#ec-1", report=ARABIC, kind="regression", status="proposed", blocking=False),
        ),
        covered=12,
        total=20,
    ),
    clocks=(
        Clock(regime="EU AI Act, Article 73", report=DISCOUNT, decided=True, due=date(2026, 12, 3), due_words="3 December 2026, 12:00", days=11),
        Clock(regime="GDPR, Article 33", report=REFUND, decided=False, due=None, due_words="", days=None),
    ),
    earlier=(
        Earlier(year=2025, report=Link(title="A translation lost the word “not”", address=f"{URL}reports/2025-11-14-lost-not/"), takeaway="Meaning is tested with its opposite beside it."),
        Earlier(year=2023, report=Link(title="Recommendations for a closed shop", address=f"{URL}reports/2023-11-20-closed-shop/"), takeaway=""),
    ),
    contribute=(
        Link(title="Write down a near miss in a few minutes", address=f"{URL}guide/near-misses/"),
        Link(title="Open remediations of every team", address=f"{URL}remediations/open/"),
        Link(title="How a report is written", address=f"{URL}guide/writing/"),
    ),
)  # fmt: skip

BRIEF = RICH.model_copy(
    update={
        "edition": Edition(audience="company", brief=True, system="Sales assistant", key="company-brief"),
        "address": f"{URL}digests/2026-w47/brief/",
        "subject": "Learning brief 2026-W46 to 2026-W47: 5 new, 2 changed",
        "pick": Pick(
            item=PICK.model_copy(
                update={
                    "causes": tuple(each.model_copy(update={"how": ""}) for each in PICK.causes),
                    "impact": ("1,340 customers were offered less than their neighbours.", "No contract was signed on a lower offer."),
                    "trade_off": "Offers are slower by a second, since each is compared. It is not promised that every group is known.",
                    "for_people": "Whoever was offered less got the higher offer in a letter and need not do anything.",
                }
            ),
            because="the gravest of the new reports",
        ),
        "cases": None,
        "recurring": (),
        "terms": (
            Explained(term="Canary", meaning="A release to few users first, watched closely, before everybody gets it."),
            Explained(term="Eval", meaning="A test of what a model answers, run again at every change."),
        ),
    }
)  # fmt: skip

NOTHING = Counts(incidents=0, near_misses=0, exercises=0, updated=0, corrected=0, done=0, due=0, overdue=0)
EMPTY = Digest(
    site=SITE,
    edition=Edition(audience="public", brief=False, key="public"),
    span=Span(
        weeks=("2026-W53",),
        label="2026-W53",
        first_day=date(2026, 12, 28),
        last_day=date(2027, 1, 3),
        begins=datetime(2026, 12, 27, 23, tzinfo=UTC),
        ends=datetime(2027, 1, 3, 23, tzinfo=UTC),
    ),
    address=f"{URL}digests/2026-w53/",
    subject="Learning digest 2026-W53: nothing new",
    teaches="",
    counts=NOTHING,
    pick=None,
    new=(),
    near_misses=(),
    changed=(),
    work=(),
    cohorts=(),
    recurring=(),
    cases=None,
    clocks=(),
    earlier=(),
    contribute=(Link(title="Write down a near miss in a few minutes", address=f"{URL}guide/near-misses/"),),
)


def retyped(value: Any, change: Callable[[str], str]) -> Any:
    """The same digest with every text that people typed changed; what our own code writes stays as it is."""
    if isinstance(value, tuple):
        return tuple(change(each) if isinstance(each, str) else retyped(each, change) for each in value)
    if not isinstance(value, BaseModel):
        return value
    update: dict[str, Any] = {}
    for field in type(value).model_fields:
        held = getattr(value, field)
        if isinstance(held, str):
            if held and field in TYPED:
                update[field] = change(held)
        elif field != "weeks":
            update[field] = retyped(held, change)
    return value.model_copy(update=update)


TYPED = frozenset(
    {
        "title", "headline", "happened", "stopped_by", "how", "takeaway", "trade_off", "for_people", "what", "note",
        "because", "regime", "teaches", "team", "system", "name", "term", "meaning", "due_words", "label",
    }
)  # fmt: skip
"""Fields whose text comes from reports, settings or the vocabulary, and those in which it could."""


def overfull(reports: int = 500, remediations: int = 2000, letter: str = "") -> Digest:
    """A digest of far more than fits, with long texts; `letter` repeated makes every title longer still."""
    long = " ".join(f"Sentence {number} tells a little more of what happened, and of how." for number in range(40))
    title = letter * 10_000

    def item(model: Item, number: int) -> Item:
        address = f"{URL}reports/2026-11-09-report-{number}/"
        texts = {"headline": f"{number} {model.headline} {title}", "happened": long}
        return model.model_copy(update={"id": f"2026-11-09-report-{number}", "address": address, **texts})

    def work(number: int) -> Action:
        return action(f"Remediation {number} {title}", OLD, number, "accepted", date(2026, 9, 1), -80)

    teams = [
        TeamWork(team=f"Team {number:02}", address=f"{URL}teams/team-{number:02}/", done=(), due=(),
                 overdue=tuple(work(each) for each in range(number, remediations, 20)))
        for number in range(20)
    ]  # fmt: skip
    return RICH.model_copy(
        update={
            "counts": RICH.counts.model_copy(
                update={"incidents": reports // 2 + 1, "near_misses": reports // 2, "overdue": remediations}
            ),
            "new": tuple(item(PICK, number) for number in range(reports // 2)),
            "near_misses": tuple(item(NEAR_MISS, number) for number in range(reports // 2, reports)),
            "work": tuple(teams),
        }
    )


HOSTILE_TEXTS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{7*7}} {% raw %} {{ config }}",
    "</p></td></tr></table></body></html>",
    "<!-- --> ]]> <![endif]--> <!--[if mso]>",
    "</title><style>*{display:none}</style>",
    "one\r\n\r\ntwo\u2028three\x00\x07\x1b[31m\ud800 \ufffe\U0001ffff",
    "javascript:alert(1) data:text/html,x",
    "\u202egnihtyna\u202c \u2066x",
    "&lt;b&gt; &amp;amp; &#60;i&#62;",
    "' onmouseover='alert(1)",
    "-- \r\nFrom: someone@example.org\r\n\r\n.",
)


def hostile() -> list[Digest]:
    """Digests in which every typed text is hostile, in another way each."""
    return [retyped(digest, lambda held, bad=bad: f"{bad} {held}") for bad in HOSTILE_TEXTS for digest in (RICH, BRIEF)]


def examples() -> dict[str, Digest]:
    """Every kind of digest by a name."""
    named = {
        "rich": RICH,
        "brief": BRIEF,
        "empty": EMPTY,
        "overfull": overfull(),
        "long-titles": overfull(60, 60, "ü&"),
    }
    return named | {f"hostile-{number}": each for number, each in enumerate(hostile())}
