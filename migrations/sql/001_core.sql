-- Public numbers: unique, gaps allowed.
CREATE SEQUENCE IF NOT EXISTS listing_number;

-- History is never edited.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE OR REPLACE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER state_change_append_only BEFORE UPDATE OR DELETE ON state_change
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER chain_seal_append_only BEFORE UPDATE OR DELETE ON chain_seal
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER chain_day_append_only BEFORE UPDATE OR DELETE ON chain_day
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
