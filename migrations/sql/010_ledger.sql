-- The ledger's only door and its locks. Tables come from finance/ledger/models.py.
--
-- Amounts are integer minor units, debit positive. A transaction is of one currency and sums to 0: checked
-- on entry, and proved again for every statement that adds rows, whoever runs it. Rows are never changed or removed; a mistake is
-- reversed. An application role needs EXECUTE on ledger_post and SELECT on the tables, nothing more.

CREATE OR REPLACE FUNCTION ledger_post(
    p_idem_key text,           -- names the business fact: a second call with it books nothing
    p_kind text,
    p_currency text,
    p_accounts text[],         -- keys, one a leg
    p_amounts bigint[],        -- debit positive, in the order of p_accounts
    p_chart jsonb,             -- [{account, kind, side, rollup, floor, owner, contract}]: how to open an account not seen before
    p_effective_at timestamptz,
    p_source_type text,
    p_source_id uuid,
    p_reverses_id bigint DEFAULT NULL,
    p_meta jsonb DEFAULT '{}'
) RETURNS bigint
-- Plans are kept as long as a session lives: one that was made while the books were empty must not stay a scan of them all.
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS $$
DECLARE
    v_txn bigint;
    v_off numeric = 0;
    v_sorted boolean = true;
    v_id bigint;
    v_balance bigint;
    v_version bigint;
    v_ids bigint[];
    v_balances bigint[];
    v_versions bigint[];
BEGIN
    FOR i IN 1 .. cardinality(p_amounts) LOOP
        v_off = v_off + p_amounts[i];
        v_sorted = v_sorted AND p_accounts[i] > coalesce(p_accounts[i - 1], '') COLLATE "C";
    END LOOP;
    IF cardinality(p_accounts) < 2 OR cardinality(p_accounts) <> cardinality(p_amounts) OR v_off IS DISTINCT FROM 0
       OR array_position(p_amounts, 0) IS NOT NULL THEN
        RAISE EXCEPTION 'ledger: % has % legs and is off by %', p_idem_key, cardinality(p_accounts), v_off USING ERRCODE = 'LG001';
    END IF;
    IF v_sorted IS NOT TRUE THEN
        SELECT array_agg(account ORDER BY account COLLATE "C"), array_agg(amount ORDER BY account COLLATE "C"),
               count(DISTINCT account) = count(*)
          INTO p_accounts, p_amounts, v_sorted FROM unnest(p_accounts, p_amounts) AS leg(account, amount);
        IF NOT v_sorted THEN
            RAISE EXCEPTION 'ledger: % names an account twice', p_idem_key USING ERRCODE = 'LG003';
        END IF;
    END IF;

    INSERT INTO ledger_txn (idem_key, kind, currency, source_type, source_id, effective_at, created_at, reverses_id, meta)
    VALUES (p_idem_key, p_kind, p_currency, p_source_type, p_source_id, p_effective_at, clock_timestamp(), p_reverses_id, p_meta)
    ON CONFLICT (idem_key) DO NOTHING RETURNING id INTO v_txn;
    IF v_txn IS NULL THEN
        RETURN ledger_replay(p_idem_key, p_kind, p_accounts, p_amounts);
    END IF;

    -- Everybody opens and locks in the order of keys, so two postings never wait for each other. An account is opened only
    -- when its turn comes. Roll-up accounts are touched by every payment; they keep no running balance and are never locked.
    FOR i IN 1 .. cardinality(p_accounts) LOOP
        FOR v_try IN 1 .. 2 LOOP
            UPDATE ledger_account SET balance_minor = balance_minor + p_amounts[i], version = version + 1
             WHERE key = p_accounts[i] AND currency = p_currency AND NOT rollup
            RETURNING id, balance_minor, version INTO v_id, v_balance, v_version;
            EXIT WHEN v_id IS NOT NULL;
            SELECT id INTO v_id FROM ledger_account WHERE key = p_accounts[i] AND currency = p_currency AND rollup;
            EXIT WHEN v_id IS NOT NULL;
            IF v_try = 2 THEN
                RAISE EXCEPTION 'ledger: % names an account that is unknown or of another currency', p_idem_key
                    USING ERRCODE = 'LG003';
            END IF;
            INSERT INTO ledger_account AS opened
                   (key, kind, side, currency, rollup, floor_minor, owner_id, contract_id, balance_minor, version)
            SELECT account, kind, side, p_currency, rollup, floor, owner, contract,
                   CASE WHEN rollup THEN 0 ELSE p_amounts[i] END, CASE WHEN rollup THEN 0 ELSE 1 END
              FROM jsonb_to_recordset(p_chart) AS said(account text, kind text, side text, rollup boolean,
                                                       floor bigint, owner uuid, contract uuid)
             WHERE account = p_accounts[i]
            ON CONFLICT (key) DO NOTHING
            RETURNING opened.id, CASE WHEN NOT opened.rollup THEN opened.balance_minor END,
                      CASE WHEN NOT opened.rollup THEN opened.version END
                 INTO v_id, v_balance, v_version;
            EXIT WHEN v_id IS NOT NULL;
        END LOOP;
        v_ids = v_ids || v_id;
        v_balances = v_balances || v_balance;
        v_versions = v_versions || v_version;
    END LOOP;
    INSERT INTO ledger_entry (txn_id, account_id, amount_minor, balance_after_minor, version)
    SELECT v_txn, leg.* FROM unnest(v_ids, p_amounts, v_balances, v_versions) AS leg;

    IF p_reverses_id IS NOT NULL THEN
        PERFORM ledger_check_reversal(v_txn, p_reverses_id);
    END IF;
    RETURN v_txn;
END $$;

REVOKE EXECUTE ON FUNCTION ledger_post FROM PUBLIC;  -- it writes with its owner's rights: a role books when it is granted to

-- A repeated key gives the transaction that is already there, if it says the same; otherwise the caller is wrong.
CREATE OR REPLACE FUNCTION ledger_replay(p_idem_key text, p_kind text, p_accounts text[], p_amounts bigint[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_txn bigint;
    v_kind text;
BEGIN
    SELECT id, kind INTO v_txn, v_kind FROM ledger_txn WHERE idem_key = p_idem_key;
    IF v_kind IS DISTINCT FROM p_kind
       OR EXISTS (
        SELECT 1 FROM (SELECT a.key, e.amount_minor
                         FROM ledger_entry e JOIN ledger_account a ON a.id = e.account_id WHERE e.txn_id = v_txn) booked
        FULL JOIN unnest(p_accounts, p_amounts) AS leg(account, amount) ON leg.account = booked.key
        WHERE booked.amount_minor IS DISTINCT FROM leg.amount) THEN
        RAISE EXCEPTION 'ledger: key % was used for another posting', p_idem_key USING ERRCODE = 'LG002';
    END IF;
    RETURN v_txn;
END $$;

-- A reversal mirrors the whole transaction, leg by leg.
CREATE OR REPLACE FUNCTION ledger_check_reversal(p_txn bigint, p_reversed bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM (SELECT account_id, amount_minor FROM ledger_entry WHERE txn_id = p_txn) mirror
        FULL JOIN (SELECT account_id, -amount_minor AS amount_minor FROM ledger_entry WHERE txn_id = p_reversed) booked
            USING (account_id, amount_minor)
        WHERE mirror IS NULL OR booked IS NULL) THEN
        RAISE EXCEPTION 'ledger: transaction % does not mirror %', p_txn, p_reversed USING ERRCODE = 'LG001';
    END IF;
END $$;

-- Zero sum in one currency, proved for every statement that adds legs, whoever runs it: what keeps every transaction
-- at zero step by step keeps it there for good. It proves as well that transaction and account exist, so legs need no
-- foreign keys: neither is ever removed, and a foreign key would lock the roll-up accounts that every payment touches.
-- The currencies are read key by key: a join would be planned once, while the tables are still empty, and stay a scan. The legs of one transaction, which is what is added day by day,
-- are proved in one pass; whatever else is added is looked at transaction by transaction.
CREATE OR REPLACE FUNCTION ledger_prove_zero() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    v_first bigint;
    v_last bigint;
    v_pure boolean;
    v_txn bigint;
    v_off numeric;
BEGIN
    SELECT min(txn_id), max(txn_id), sum(amount_minor),
           bool_and(((SELECT currency FROM ledger_account WHERE id = account_id)
                     = (SELECT currency FROM ledger_txn WHERE id = txn_id)) IS TRUE)
      INTO v_first, v_last, v_off, v_pure FROM added;
    IF v_first = v_last AND v_off = 0 AND v_pure THEN
        RETURN NULL;
    END IF;
    SELECT txn_id, sum(amount_minor) INTO v_txn, v_off FROM added GROUP BY txn_id
    HAVING sum(amount_minor) <> 0
        OR bool_or(((SELECT currency FROM ledger_account WHERE id = account_id)
                    = (SELECT currency FROM ledger_txn WHERE id = txn_id)) IS NOT TRUE)
     LIMIT 1;
    IF v_off <> 0 THEN
        RAISE EXCEPTION 'ledger: transaction % is off by %', v_txn, v_off USING ERRCODE = 'LG001';
    ELSIF FOUND THEN
        RAISE EXCEPTION 'ledger: transaction % mixes currencies or is of an account that is not there', v_txn
            USING ERRCODE = 'LG001';
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION ledger_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'ledger: % on % refused: booked rows are never changed, reverse them instead', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'LG004';
END $$;

DROP TRIGGER IF EXISTS ledger_entry_zero ON ledger_entry;
CREATE TRIGGER ledger_entry_zero AFTER INSERT ON ledger_entry REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_prove_zero();

CREATE OR REPLACE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE ON ledger_entry
    FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();
CREATE OR REPLACE TRIGGER ledger_entry_no_truncate BEFORE TRUNCATE ON ledger_entry
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
CREATE OR REPLACE TRIGGER ledger_txn_append_only BEFORE UPDATE OR DELETE ON ledger_txn
    FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();
CREATE OR REPLACE TRIGGER ledger_txn_no_truncate BEFORE TRUNCATE ON ledger_txn
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
-- An account's floor becomes the bounds of its debit-positive balance, once and for all: a constraint reads its own text
-- anew in each statement, so what every posting is held to is two comparisons. A roll-up account stays at 0.
CREATE OR REPLACE FUNCTION ledger_bound() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.side IN ('debit', 'credit')) IS NOT TRUE OR NEW.rollup AND NEW.floor_minor IS NOT NULL THEN
        RAISE EXCEPTION 'ledger: account % is % with the floor %', NEW.key, NEW.side, NEW.floor_minor USING ERRCODE = 'LG003';
    END IF;
    NEW.least_minor = CASE WHEN NEW.rollup THEN 0 WHEN NEW.side = 'debit' THEN NEW.floor_minor END;
    NEW.most_minor = CASE WHEN NEW.rollup THEN 0 WHEN NEW.side = 'credit' THEN -NEW.floor_minor END;
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER ledger_account_bound BEFORE INSERT ON ledger_account
    FOR EACH ROW EXECUTE FUNCTION ledger_bound();
-- Of an account only the running balance and its version move.
CREATE OR REPLACE TRIGGER ledger_account_fixed
    BEFORE UPDATE OF id, key, kind, side, currency, rollup, floor_minor, least_minor, most_minor, owner_id, contract_id
        OR DELETE ON ledger_account
    FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();
CREATE OR REPLACE TRIGGER ledger_account_no_truncate BEFORE TRUNCATE ON ledger_account
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
