-- Versions of products are never edited: an application is decided on the version it was made for.
CREATE OR REPLACE TRIGGER instrument_version_append_only BEFORE UPDATE OR DELETE ON instrument_version
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Public numbers of funding requests and applications: unique, gaps allowed.
CREATE SEQUENCE IF NOT EXISTS funding_number;

-- What an application was decided on, and who read it, is never edited (网络数据安全管理条例 §12: records kept three years).
CREATE OR REPLACE TRIGGER fact_snapshot_append_only BEFORE UPDATE OR DELETE ON fact_snapshot
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER fact_look_append_only BEFORE UPDATE OR DELETE ON fact_look
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
