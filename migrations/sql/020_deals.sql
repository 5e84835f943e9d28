-- Public numbers of applications: unique, gaps allowed.
CREATE SEQUENCE IF NOT EXISTS deal_number;

-- An exclusive or sole licence claims all slots of its listing, a non-exclusive one a slot of its own. Two claims of
-- one listing never overlap: of two firms that agree at the same instant the database refuses the second.
CREATE EXTENSION IF NOT EXISTS btree_gist;
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = 'ex_deal_claim') THEN
    ALTER TABLE deal ADD CONSTRAINT ex_deal_claim EXCLUDE USING gist (listing_id WITH =, claim WITH &&);
  END IF;
END $$;
