-- Versions of products are never edited: an application is decided on the version it was made for.
CREATE OR REPLACE TRIGGER instrument_version_append_only BEFORE UPDATE OR DELETE ON instrument_version
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
