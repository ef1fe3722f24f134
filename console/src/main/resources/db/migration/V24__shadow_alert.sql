-- Alerts of catalogues on trial, each in its newest revision.
CREATE TABLE shadow_alert (
    alert_id VARCHAR PRIMARY KEY,
    revision INT NOT NULL,
    entity_id VARCHAR NOT NULL,
    entity_name VARCHAR,
    division VARCHAR,
    grid VARCHAR,
    rule VARCHAR NOT NULL,
    rule_name_zh VARCHAR NOT NULL,
    rule_name_en VARCHAR NOT NULL,
    family VARCHAR NOT NULL,
    level_rank INT NOT NULL,
    subject VARCHAR,
    domains VARCHAR NOT NULL,
    signal VARCHAR NOT NULL,
    opened_at TIMESTAMP WITH TIME ZONE NOT NULL,
    moved_at TIMESTAMP WITH TIME ZONE NOT NULL,
    catalogue_version VARCHAR NOT NULL,
    text_zh VARCHAR NOT NULL,
    text_en VARCHAR NOT NULL,
    stored_at TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX shadow_alert_version ON shadow_alert (catalogue_version);
