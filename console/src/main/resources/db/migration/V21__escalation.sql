-- Each time that an alert was passed on because nobody had accepted it.
CREATE TABLE escalation (
    alert_id VARCHAR NOT NULL,
    step_no INT NOT NULL,
    repeat_no INT NOT NULL,
    addressee VARCHAR NOT NULL,
    person_hash VARCHAR,
    hooks INT NOT NULL,
    escalated_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (alert_id, step_no, repeat_no)
);
