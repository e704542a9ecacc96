"""Words that mean a role as well as a program, and what around them tells which; and names of assistants."""

from __future__ import annotations

from afterword.rules.wording.lexicon import words

ASSISTANTS = words(
    """claude alexa siri watson devin copilot gemini bard cortana bixby grok jarvis rufus clippy chatgpt llama mistral
    eliza tay cody"""
)
"""Names of assistants and models; a few are given names too, and then a surname, a title or a pronoun tells."""
EDITIONS = words("code sonnet opus haiku pro flash ultra chat plus max nano workspace live advanced enterprise studio")
"""With a capital after an assistant's name, what is no surname."""
TWOFOLD = words(
    """worker grader evaluator dispatcher operator manager controller runner rater annotator labeller labeler
    coordinator supervisor broker translator moderator inspector copilot driver planner scheduler responder
    assessor curator reviewer writer reader"""
)
"""Roles that are programs as often; what they act on and what stands before them tells."""
MOSTLY_PROGRAMS = words("operator manager")
"""Those that are programs where nothing tells."""
DOUBTFUL = words(
    """worker grader evaluator dispatcher controller runner rater coordinator supervisor broker copilot driver
    planner scheduler"""
)
"""Those that are in doubt where nothing tells; the others, `MOSTLY_PROGRAMS` apart, are then people."""
SOFTWARE_BEFORE = words(
    """kubernetes k8s celery sidekiq gunicorn airflow spark flink dask ray ci github gitlab jenkins buildkite llm ai ml
    gpt model automatic automated auto algorithmic bot node custom background service thread cron pool web job message
    event request queue kafka build resource cluster lifecycle session window package process task memory cache
    connection transaction file storage device display kernel network database db odbc jdbc csi gpu nvidia postgres
    helm etcd rabbitmq sandbox container pod stream batch async evaluation eval neural machine serverless edge
    coding chat ide editor assistant remote rule-based model-based llm-based ai-based python java go"""
)
"""Before such a word, what makes it a program."""
PEOPLE_BEFORE = words(
    """human night duty shift warehouse plant crane senior junior new experienced trained second first call on-call
    oncall emergency safety bus truck taxi lorry van delivery train ambulance forklift rail freelance external crowd
    tired another any some each every neither either social care field floor line factory control-room team project
    product engineering account office site hospital station machine-room ground my his her your whose operations
    hiring general regional branch release incident programme marketing sales"""
)
"""Before such a word, what makes it a person."""
ACTED_ON = words(
    """message messages lease leases heartbeat heartbeats pod pods job jobs rubric answer answers state ticket tickets
    request requests retry retries event events packet packets replica replicas finalizer finalizers statefulset
    namespace namespaces configmap crd offset offsets partition partitions node nodes token tokens response responses
    payload payloads connection connections thread threads socket cache exception exceptions timeout prompt prompts
    embedding embeddings output outputs restart restarted evict reconcile acknowledge ack mount unmount dequeue enqueue
    parse deserialise deserialize json yaml schema sigterm locks checkpoint checkpoints shard shards
    batch batches context buffer buffers interrupt interrupts"""
)
"""What programs act on or do."""
ACTED_ON_BY_PEOPLE = words(
    """gate gates door doors valve valves customer customers caller callers ambulance ambulances phone phones checklist
    checklists runbook runbooks guideline guidelines handover shift training team teams colleague colleagues supervisor
    patient patients passenger passengers form forms logs log dashboard dashboards instructions procedure procedures
    step steps alarm alarms warning warnings manual manuals flag flags box boxes label labels typed clicked read verify
    check checked tell told ask asked notify notice call called escalate communicate document report follow followed
    review approval approve confirm labelling labeling tired wrong terminal console laptop screen button buttons switch
    command commands production prod script migration backup backups change sign mirror lane pedestrian road brake
    he she his her him who whom himself herself someone somebody paperwork key keys
    pump pumps lever levers reactor turbine crane conveyor vehicle vehicles car cars truck trucks aircraft plane"""
)
"""What people act on or do."""
DONE_BY_PEOPLE = words(
    """forgot forget forgets forgotten forgetting overlooked overlook misread misunderstood misjudged mistook mistaken
    mistake mistakes blunder assumed assume assuming thought think thinking believed believe knew know known noticed
    noticing realised realized decided remember remembered understand understood understanding cared bother bothered
    careful careless carelessly negligent negligently sloppy hasty hastily distracted tired asleep trained untrained
    aware unaware informed notified paged blame blamed fault guilty checking verifying watching looked looking saw see
    wrote signed asking assured admitted insisted promised refused panicked hurried neglected disregarded recognised
    recognized recognise recognize diagnose diagnosed misdiagnosed misinterpreted interpreted believing hesitated
    manually hand tried attempted acted respond responded responding took spoke felt learned learnt complied violated
    deviated busy ill-prepared unprepared judged judgement judgment experienced inexperienced error errors haste
    awareness confusion confused misled instructed overrode overridden bypassed entered mistyped pressed turned left"""
)
"""What only people do, feel or are blamed for."""
