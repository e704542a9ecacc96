"""Given names as the rules ask for them, and the words around a name that tell whether its bearer acts."""

from __future__ import annotations

from afterword.model.given_names import DOUBLE_MEANINGS, GIVEN_NAMES, SURNAMES
from afterword.rules.wording.lexicon import words

__all__ = ["DOUBLE_MEANINGS", "GIVEN_NAMES", "SURNAMES"]

TITLES = words("dr mr mrs ms mx prof professor")
NAMED_ROLES = words(
    """engineer developer programmer administrator admin sysadmin dba sre operator technician analyst scientist
    researcher contractor intern colleague coworker teammate maintainer commander manager reviewer designer architect
    annotator consultant"""
)
"""Roles that stand right before a name, as in `our engineer Anna`."""
PARTICLES = words("van von de der den del della di da dos du la le bin al el ten ter zu")
THINGS_AFTER = words(
    """airlines airport airways api associates avenue award bank bay beach bridge broadcast brothers building
    campus cathedral ci city cloud cluster college community conference corp county court cup cycle data
    database day db desk distribution effect falls festival foundation framework gate gmbh group hall harbor
    harbour hill hospital hotel house hub inc industries institute insurance island japan keynote lab
    laboratories labs lake lane language law library linux llc ltd lts memorial method model motors mountain
    museum network office os park platform port prize project protocol release releases repository river road
    room school server service services software space square station street studio suite system systems team
    test theorem tower university valley version village week zone"""
)
"""Words with a capital that make a thing or a place of the name before them."""

ASKED = words(
    """asked pinged paged told texted called emailed e-mailed messaged notified contacted phoned woke informed
    consulted dm'd consults pings asks texts calls pages emails tells blamed alerted warned reached pulled begged
    summoned instructed rang rings ordered reminded pressured convinced persuaded"""
)
HANDED = words("handed escalated escalates hands passed deferred delegated")
"""Before `to` and a name: who has the work from there on."""
TALKED = words(
    """chatting chatted talking talked speaking spoke discussing discussed checking checked confirmed confirming paired
    pairing synced consulting consulted coordinated coordinating conferred call huddle"""
)
"""Before `with` and a name."""
DEEDS = words(
    """update change changes commit commits patch patches deploy deployment merge mistake mistakes fault push fix script
    revert branch decision decisions laptop pr oversight error errors slip typo blunder misstep rollback migration
    query edit edits rollout release restart command commands notebook assumption assumptions misunderstanding approval
    review instruction instructions call hotfix workaround misconfiguration config
    configuration test tests experiment failure negligence confusion response reply message cleanup upgrade
    cherry-pick rebase refactor refactoring rewrite action actions attempt attempts cron job alias terminal session
    workstation machine absence shift handover"""
)
"""What somebody did or left behind, after `Anna's` or before `by Anna`."""
CREDITED = words(
    """implemented fixed added coded revised created discovered explained described found developed written designed
    started co-created noted led built posted published"""
)
"""Participles before `by Anna` that thank as often as they tell: a deed has to be their subject."""
THANKED = words(
    """contributed reported authored reviewed suggested translated photographed provided recommended coined invented
    maintained submitted supplied proposed illustrated compiled sponsored inspired owned facilitated prepared drawn"""
)
"""Participles before `by Anna` that give credit."""
DEEPLY_HUMAN = words(
    """woke wakes slept overslept phoned phones typed mistyped forgot apologised apologized hesitated panicked
    volunteered"""
)
"""What not even a model, an agent or a service does."""
SPOKEN = DEEPLY_HUMAN | words(
    """texted texts contemplates contemplated wonders wondered thinks thought believes believed emails emailed
    asks asked suggests suggested suspects suspected pings pinged consults consulted agrees agreed decides
    decided realizes realises realized realised notices noticed said says told tells knew knows felt remembers
    remembered explained explains proposed proposes insisted argued offered assumed assumes admitted misread
    misunderstood chose guessed"""
)
"""What only people do, with models and agents."""
HUMAN = SPOKEN | words(
    """merges merged reverts reverted joins joined confirms confirmed deploys deployed restarts restarted logs logged
    rolled rolls pushed pushes approved approves reviewed reviews clicked clicks debugged debugs rebooted reran
    investigated escalated paged responded replied acked called wrote tested took overlooked accidentally"""
)
"""What people do; other subjects of these are rarely one capitalised word."""
AFTER_A_TIME = HUMAN | words(
    """fixes fixed finds found investigates looks looked tries tried depooled depools repooled repools acks replies
    notes noted checks checked digs poked pokes"""
)
AFTER_A_TIME_MAYBE = words(
    """discovers discovered identifies identified disabled disables enables enabled acknowledges acknowledged
    declares declared confirms confirmed deploys deployed merges merged reverts reverted approves escalated responded
    called paged tested investigated reviewed"""
)
"""A vendor does these as well: only what looks like a login counts before them."""
NOBODY = words(
    """we i you he she it they someone nobody everyone team engineers engineer oncall on-call sre sres users user
    customers customer puppet icinga nagios jenkins grafana kubernetes pacemaker haproxy nginx apache alert alerts
    system service server bot monitoring pybal systemd cron zuul gerrit prometheus phabricator support operations
    ops github google aws azure amazon cloudflare all this that which who and then staff developers developer admins
    admin operator operators community network devs dev rollback engineering management security networking
    infrastructure platform investigation tests test nodes node cluster database deploy deployment deploys rollback
    fix provider vendor team's lead leads pagerduty slack fastly datadog akamai heroku netlify vercel twilio stripe
    okta gitlab bitbucket circleci travis argo argocd flux spinnaker terraform ansible chef consul vault nomad envoy
    istio redis memcached kafka zookeeper etcd postgres postgresql mysql mariadb mongodb elasticsearch opensearch solr
    varnish squid traffic replication replica replicas primary secondary master slave worker workers pod pods container
    job jobs queue cache failover backup restore script pipeline build release agent model client clients host hosts
    microsoft apple meta oracle ibm openai anthropic mozilla digitalocean linode hetzner equinix cogent verizon
    comcast telia docker rabbitmq celery sentry opsgenie statuspage dns everything nothing people somebody anyone
    responder responders commander manager analyst mtail kswapd cgroup dhclient pgpool pgbouncer mcrouter xinetd
    vmagent mongod mysqld dbus vendor's upstream downstream others both one another everybody"""
)
"""First words of a timeline entry that are no name."""
