"""English words that stand in any text and so tell nothing of it."""

from __future__ import annotations

STOP_WORDS = frozenset(
    """
    a about above across after afterwards again against all almost along already also although always am among an and
    another any anybody anyone anything anyway anywhere are aren around as at away back be became because become been
    before beforehand began begin behind being below beside besides between beyond both but by can cannot could couldn
    did didn do does doesn doing done don down during each eg eight either else elsewhere enough etc even ever every
    everybody everyone everything everywhere except few fifth first five for former formerly four fourth from further
    get give given go got had hadn half has hasn have haven having he hence her here hers herself him himself his how
    however hundred i ie if in indeed inside instead into is isn it its itself just keep kept last later latter least
    less let like ll made make many may maybe me meanwhile might mine more moreover most mostly much must my myself
    near nearly need neither never nevertheless next nine no nobody none nor not nothing now nowhere of off often on
    once one only onto or other others otherwise our ours ourselves out outside over own part per perhaps put quite
    rather re really s said same say says second see seem seemed seems seen seven several shall she should shouldn show
    since six so some somebody somehow someone something sometime sometimes somewhere soon still such t take taken ten
    than that the their theirs them themselves then there thereafter thereby therefore these they thing things third
    this those though three through throughout thus till to together too took toward towards twice two under until up
    upon us use used using ve very via was wasn way we well went were weren what whatever when whenever where whereas
    whereby wherever whether which while who whoever whole whom whose why will with within without won would wouldn yes
    yet you your yours yourself
    monday tuesday wednesday thursday friday saturday sunday
    january february march april june july august september october november december
    am pm utc gmt http https www com org html
    """.split()  # noqa: SIM905 - a list of so many words is read best as words
)
