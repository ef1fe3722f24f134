-- An alert may climb anew, after somebody returned it or it turned red again: since_revision says which time it is.
CREATE TABLE escalation_anew (
    alert_id VARCHAR NOT NULL,
    since_revision INT NOT NULL,
    step_no INT NOT NULL,
    repeat_no INT NOT NULL,
    addressee VARCHAR NOT NULL,
    person_hash VARCHAR,
    hooks INT NOT NULL,
    escalated_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (alert_id, since_revision, step_no, repeat_no)
);
INSERT INTO escalation_anew (alert_id, since_revision, step_no, repeat_no, addressee, person_hash, hooks, escalated_at)
    SELECT alert_id, 1, step_no, repeat_no, addressee, person_hash, hooks, escalated_at FROM escalation;
DROP TABLE escalation;
ALTER TABLE escalation_anew RENAME TO escalation;
