-- Events that were handed in here, so that none is written twice. Noted before it is written.
CREATE TABLE intake (
    source VARCHAR NOT NULL,
    event_id VARCHAR NOT NULL,
    digest VARCHAR NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    is_written BOOLEAN NOT NULL,
    PRIMARY KEY (source, event_id)
);
