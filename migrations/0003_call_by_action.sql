-- The calls behind a rule are found by their actions: a card is opened without walking a million calls.
CREATE INDEX call_by_action ON call (action);
