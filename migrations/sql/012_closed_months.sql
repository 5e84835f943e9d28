-- Nothing takes effect in a month that is closed, whoever books: not through ledger_post, not by SQL. Tables come from
-- finance/closings/models.py. A posting takes effect at the instant of its unit of work, so what is refused here comes
-- from a clock that ran back or from somebody who passes the product by; it changes nothing and can be tried again.
--
-- There is one ledger: a transaction may lie in the books of several organizations, so a month that any of them has closed
-- is closed for all.

-- Names are qualified instead of fixing the search path, which would cost every posting more than the look itself.
CREATE OR REPLACE FUNCTION ledger_refuse_closed_month() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM public.month_closing
                WHERE month = (NEW.effective_at AT TIME ZONE 'Asia/Shanghai')::date
                              - extract(day FROM NEW.effective_at AT TIME ZONE 'Asia/Shanghai')::int + 1
                  AND state IN ('closed', 'reopening')) THEN
        RAISE EXCEPTION 'ledger: % would take effect in a closed month', NEW.idem_key
            USING ERRCODE = 'LG005', DETAIL = to_char(NEW.effective_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM');
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER ledger_txn_closed_month BEFORE INSERT ON ledger_txn
    FOR EACH ROW EXECUTE FUNCTION ledger_refuse_closed_month();

-- Waits for every posting under way and holds new ones back until the transaction ends: what is counted then is all there is.
CREATE OR REPLACE FUNCTION ledger_hold_still() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    LOCK TABLE ledger_txn IN SHARE MODE;
END $$;

REVOKE EXECUTE ON FUNCTION ledger_hold_still FROM PUBLIC;  -- it writes nothing, but everybody waits

-- What was kept of a closed month stays as it was.
CREATE OR REPLACE FUNCTION month_closing_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'month_closing: % is on record and cannot be removed', OLD.id USING ERRCODE = 'LG004';
    END IF;
    IF (OLD.organization_id, OLD.month, OLD.asked_by) IS DISTINCT FROM (NEW.organization_id, NEW.month, NEW.asked_by)
       OR (OLD.closed_at IS NOT NULL
           AND (OLD.closed_at, OLD.decided_by, OLD.figures, OLD.transactions, OLD.bank_accounts, OLD.chain_seq, OLD.chain_digest)
               IS DISTINCT FROM
               (NEW.closed_at, NEW.decided_by, NEW.figures, NEW.transactions, NEW.bank_accounts, NEW.chain_seq, NEW.chain_digest)) THEN
        RAISE EXCEPTION 'month_closing: what was kept of % is never changed', OLD.month USING ERRCODE = 'LG004';
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER month_closing_kept BEFORE UPDATE OR DELETE ON month_closing
    FOR EACH ROW EXECUTE FUNCTION month_closing_keep();

-- What an accountant decided about a tax class is added, never changed.
CREATE OR REPLACE FUNCTION tax_overrule_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'tax_overrule: % refused: decide anew instead', TG_OP USING ERRCODE = 'LG004';
END $$;

CREATE OR REPLACE TRIGGER tax_overrule_append_only BEFORE UPDATE OR DELETE ON tax_overrule
    FOR EACH ROW EXECUTE FUNCTION tax_overrule_keep();
