-- Public numbers of enquiries: unique, gaps allowed. Only the two sides of an enquiry read them.
CREATE SEQUENCE IF NOT EXISTS enquiry_number;

-- The access log of data rooms is never edited.
CREATE OR REPLACE TRIGGER data_look_append_only BEFORE UPDATE OR DELETE ON data_look
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER data_look_no_truncate BEFORE TRUNCATE ON data_look
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
