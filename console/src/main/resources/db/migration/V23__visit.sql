-- Visits that fill the one form: drafts of one person, and what was recorded.
CREATE TABLE visit (
    visit_id VARCHAR PRIMARY KEY,
    account VARCHAR NOT NULL,
    entity_id VARCHAR NOT NULL,
    entity_name VARCHAR,
    forms VARCHAR NOT NULL,
    answers TEXT NOT NULL,
    state VARCHAR NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE
);
CREATE INDEX visit_account ON visit (account, changed_at);
