-- What the console keeps of the topics. The same on H2 and on PostgreSQL 15 or later.
-- stored_at is this machine's clock and is what retention counts from; all other instants are the messages' own.

CREATE TABLE ingest_lock (id INT PRIMARY KEY);
INSERT INTO ingest_lock (id) VALUES (1);

CREATE TABLE place (
    topic VARCHAR NOT NULL,
    partition_no INT NOT NULL,
    topic_id VARCHAR NOT NULL,
    next_offset BIGINT NOT NULL,
    moved_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (topic, partition_no)
);

CREATE TABLE alert (
    alert_id VARCHAR PRIMARY KEY,
    revision INT NOT NULL,
    entity_id VARCHAR NOT NULL,
    entity_name VARCHAR,
    entity_kind VARCHAR,
    division VARCHAR,
    grid VARCHAR,
    rule VARCHAR NOT NULL,
    rule_name_zh VARCHAR NOT NULL,
    rule_name_en VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    family VARCHAR NOT NULL,
    level_rank INT NOT NULL,
    peak_rank INT NOT NULL,
    subject VARCHAR,
    domains VARCHAR NOT NULL,
    signal VARCHAR NOT NULL,
    handling VARCHAR NOT NULL,
    is_open BOOLEAN NOT NULL,
    transition VARCHAR NOT NULL,
    cause VARCHAR NOT NULL,
    clear_reason VARCHAR,
    opened_at TIMESTAMP WITH TIME ZONE NOT NULL,
    moved_at TIMESTAMP WITH TIME ZONE NOT NULL,
    due_at TIMESTAMP WITH TIME ZONE,
    missed_deadlines INT NOT NULL,
    addressee VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    outcome VARCHAR NOT NULL,
    case_number VARCHAR NOT NULL,
    suppressed_until TIMESTAMP WITH TIME ZONE,
    classified BOOLEAN NOT NULL,
    lead_days INT NOT NULL,
    catalogue_version VARCHAR NOT NULL,
    text_zh VARCHAR NOT NULL,
    text_en VARCHAR NOT NULL,
    searched VARCHAR NOT NULL,
    message TEXT NOT NULL,
    stored_at TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX alert_open ON alert (is_open, moved_at);
CREATE INDEX alert_entity ON alert (entity_id);
CREATE INDEX alert_opened ON alert (opened_at);

CREATE TABLE alert_domain (
    alert_id VARCHAR NOT NULL,
    domain VARCHAR NOT NULL,
    PRIMARY KEY (alert_id, domain)
);
CREATE INDEX alert_domain_domain ON alert_domain (domain);

CREATE TABLE alert_transition (
    alert_id VARCHAR NOT NULL,
    revision INT NOT NULL,
    entity_id VARCHAR NOT NULL,
    moved_at TIMESTAMP WITH TIME ZONE NOT NULL,
    transition VARCHAR NOT NULL,
    cause VARCHAR NOT NULL,
    level_rank INT NOT NULL,
    signal VARCHAR NOT NULL,
    handling VARCHAR NOT NULL,
    step VARCHAR,
    actor_id_hash VARCHAR,
    actor_unit VARCHAR,
    actor_role VARCHAR,
    remark VARCHAR,
    message TEXT NOT NULL,
    stored_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (alert_id, revision)
);

CREATE TABLE assessment (
    entity_id VARCHAR PRIMARY KEY,
    assessed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    entity_name VARCHAR,
    entity_kind VARCHAR,
    status VARCHAR,
    division VARCHAR,
    grid VARCHAR,
    registered BOOLEAN NOT NULL,
    headline_class VARCHAR NOT NULL,
    searched VARCHAR NOT NULL,
    message TEXT NOT NULL,
    stored_at TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX assessment_division ON assessment (division);

-- One row for each domain of an assessment: what it is now ...
CREATE TABLE standing (
    entity_id VARCHAR NOT NULL,
    domain VARCHAR NOT NULL,
    assessed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    score INT NOT NULL,
    scale INT NOT NULL,
    score_class VARCHAR NOT NULL,
    fused_class VARCHAR NOT NULL,
    baseline_class VARCHAR,
    month_end_class VARCHAR,
    PRIMARY KEY (entity_id, domain)
);
CREATE INDEX standing_domain ON standing (domain, fused_class);

-- ... and the newest of each day.
CREATE TABLE standing_day (
    entity_id VARCHAR NOT NULL,
    domain VARCHAR NOT NULL,
    assessed_on DATE NOT NULL,
    assessed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    score INT NOT NULL,
    scale INT NOT NULL,
    fused_class VARCHAR NOT NULL,
    baseline_class VARCHAR,
    stored_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (entity_id, domain, assessed_on)
);

CREATE TABLE monthly_class (
    entity_id VARCHAR NOT NULL,
    class_month VARCHAR NOT NULL,
    origin VARCHAR NOT NULL,
    domain VARCHAR NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    entity_name VARCHAR,
    division VARCHAR,
    grid VARCHAR,
    score INT NOT NULL,
    scale INT NOT NULL,
    score_class VARCHAR NOT NULL,
    fused_class VARCHAR NOT NULL,
    platform_class VARCHAR,
    difference INT,
    difference_reason VARCHAR,
    headline_class VARCHAR NOT NULL,
    catalogue_version VARCHAR NOT NULL,
    stored_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (entity_id, class_month, origin, domain)
);
CREATE INDEX monthly_class_month ON monthly_class (class_month, domain);

-- Every version of every fact, since an alert cites the version that it rests on. kept_key is how it is cited.
CREATE TABLE fact (
    entity_id VARCHAR NOT NULL,
    fact_type VARCHAR NOT NULL,
    record_key VARCHAR NOT NULL,
    revision INT NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    op VARCHAR NOT NULL,
    kept_key VARCHAR NOT NULL,
    event_id VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    domains VARCHAR NOT NULL,
    occurred_at TIMESTAMP WITH TIME ZONE NOT NULL,
    due_at TIMESTAMP WITH TIME ZONE,
    ended_at TIMESTAMP WITH TIME ZONE,
    subject VARCHAR,
    severity VARCHAR,
    amount BIGINT,
    division VARCHAR,
    grid VARCHAR,
    message TEXT NOT NULL,
    stored_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (entity_id, fact_type, record_key, revision, recorded_at, op)
);
CREATE INDEX fact_occurred ON fact (entity_id, occurred_at);

CREATE TABLE disposal (
    alert_id VARCHAR NOT NULL,
    alert_revision INT NOT NULL,
    step VARCHAR NOT NULL,
    actor_id_hash VARCHAR NOT NULL,
    acted_at TIMESTAMP WITH TIME ZONE NOT NULL,
    entity_id VARCHAR NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    actor_unit VARCHAR NOT NULL,
    actor_role VARCHAR NOT NULL,
    outcome VARCHAR,
    remark VARCHAR,
    until_at TIMESTAMP WITH TIME ZONE,
    case_number VARCHAR,
    to_unit VARCHAR,
    stored_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (alert_id, alert_revision, step, actor_id_hash, acted_at)
);

CREATE TABLE reject (
    partition_no INT NOT NULL,
    record_offset BIGINT NOT NULL,
    rejected_at TIMESTAMP WITH TIME ZONE NOT NULL,
    reason VARCHAR NOT NULL,
    detail VARCHAR NOT NULL,
    input_topic VARCHAR NOT NULL,
    input_partition INT NOT NULL,
    input_offset BIGINT NOT NULL,
    entity_id VARCHAR,
    alert_id VARCHAR,
    alert_revision INT,
    step VARCHAR,
    input BYTEA NOT NULL,
    input_length INT NOT NULL,
    input_sha256 VARCHAR NOT NULL,
    stored_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (partition_no, record_offset)
);
CREATE INDEX reject_alert ON reject (alert_id);
CREATE INDEX reject_at ON reject (rejected_at);

-- Messages that this console could not read or keep.
CREATE TABLE poisoned (
    topic VARCHAR NOT NULL,
    partition_no INT NOT NULL,
    record_offset BIGINT NOT NULL,
    reason VARCHAR NOT NULL,
    detail VARCHAR NOT NULL,
    content BYTEA NOT NULL,
    content_length INT NOT NULL,
    stored_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (topic, partition_no, record_offset)
);

CREATE TABLE catalogue_bundle (
    record_offset BIGINT PRIMARY KEY,
    stage VARCHAR NOT NULL,
    published_at TIMESTAMP WITH TIME ZONE NOT NULL,
    author VARCHAR,
    approver VARCHAR,
    remark VARCHAR,
    content TEXT NOT NULL
);

CREATE TABLE verdict (
    record_offset BIGINT PRIMARY KEY,
    stage VARCHAR NOT NULL,
    version VARCHAR NOT NULL,
    published_at TIMESTAMP WITH TIME ZONE NOT NULL,
    accepted BOOLEAN NOT NULL,
    reason VARCHAR NOT NULL,
    detail VARCHAR NOT NULL,
    author VARCHAR,
    approver VARCHAR,
    remark VARCHAR,
    effective_at TIMESTAMP WITH TIME ZONE,
    previous_version VARCHAR,
    bundle_offset BIGINT,
    entities BIGINT,
    worse BIGINT,
    better BIGINT,
    allowed_worse INT
);

CREATE TABLE source_state (
    source VARCHAR PRIMARY KEY,
    changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    silent_since DATE,
    newest_day DATE
);

-- What open pages are told. seq rises in the order of commits, since who writes holds ingest_lock.
CREATE TABLE feed_change (
    seq BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    kind VARCHAR NOT NULL,
    alert_id VARCHAR NOT NULL,
    revision INT NOT NULL,
    transition VARCHAR NOT NULL,
    level_rank INT NOT NULL,
    entity_id VARCHAR NOT NULL,
    domains VARCHAR NOT NULL,
    division VARCHAR,
    grid VARCHAR,
    stored_at TIMESTAMP WITH TIME ZONE NOT NULL
);

-- Whose id a hash stands for, as far as they have acted here: the log has the hash only.
CREATE TABLE person (
    actor_id_hash VARCHAR PRIMARY KEY,
    account VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    unit VARCHAR NOT NULL
);
