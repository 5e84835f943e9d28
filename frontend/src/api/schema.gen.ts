// Generated from openapi.json by scripts/codegen.mjs; do not edit.
export interface paths {
    "/api/admin/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Clock
         * @description The date the demo lives in; there is no such page in production.
         */
        get: operations["get_clock"];
        put?: never;
        /**
         * Move Clock
         * @description Move the demo's date forward; what has become due happens within seconds.
         */
        post: operations["move_clock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Parked Deliveries
         * @description The announcements that wait for somebody to look.
         */
        get: operations["list_parked_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/deliveries/{delivery_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay Delivery
         * @description Give a parked announcement a new set of tries.
         */
        post: operations["replay_delivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bank-lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Bank Lines
         * @description Receipts on one's university's account; unmatched ones carry suggestions with reasons.
         */
        get: operations["list_bank_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bank-lines/{line_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Bank Line
         * @description One line of a statement with everything that happened to it.
         */
        get: operations["get_bank_line"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bank-lines/{line_id}/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Match Bank Line
         * @description Say which invoice a receipt, or a part of it, pays.
         */
        post: operations["match_bank_line"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bank-lines/{line_id}/own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Own Bank Line
         * @description Take charge of an open line.
         */
        post: operations["own_bank_line"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bank-lines/{line_id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Return Bank Line
         * @description Ask to send what is left of a receipt back to its payer.
         */
        post: operations["return_bank_line"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bank-lines/{line_id}/set-aside": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set Bank Line Aside
         * @description Say that a line is no business of the platform, and why.
         */
        post: operations["set_bank_line_aside"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bank-matches/{match_id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm Bank Match
         * @description Confirm as a second person.
         */
        post: operations["confirm_bank_match"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bank-matches/{match_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline Bank Match
         * @description Refuse a match that waits for a second person.
         */
        post: operations["decline_bank_match"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bank-matches/{match_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo Bank Match
         * @description Take a wrong match back.
         */
        post: operations["undo_bank_match"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bank-returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Bank Returns
         * @description What goes back to payers.
         */
        get: operations["list_bank_returns"];
        put?: never;
        /**
         * Return Credit
         * @description Ask to send a payer's credit back.
         */
        post: operations["return_credit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bank-returns/{return_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve Bank Return
         * @description Agree as a second person that money goes back.
         */
        post: operations["approve_bank_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bank-returns/{return_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline Bank Return
         * @description Refuse that money goes back.
         */
        post: operations["decline_bank_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bank-statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Bank Statements
         * @description The statements that were imported, the last one first.
         */
        get: operations["list_bank_statements"];
        put?: never;
        /**
         * Import Bank Statement
         * @description Import the statement of one's university's account (Excel, CSV or CAMT.053); the same file twice changes nothing.
         */
        post: operations["import_bank_statement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Calendar
         * @description Every deadline the reader may know of: by whom, since when, what follows; 90 days ahead unless said, 400 at most.
         */
        get: operations["get_calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/digest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose Digest
         * @description Say whether to be written to in the morning.
         */
        put: operations["choose_digest"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open Feed
         * @description Get the secret address of one's calendar feed; an earlier address stops working.
         */
        post: operations["open_calendar_feed"];
        /**
         * Close Feed
         * @description Stop the feed; whoever has the address sees nothing any more.
         */
        delete: operations["close_calendar_feed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/feed/{token}.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Feed
         * @description The feed as calendar programs read it, without a cookie: the secret in the address opens it and nothing else.
         */
        get: operations["read_calendar_feed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contract-disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Disputes
         * @description The disputes about first income, for the platform's administrator.
         */
        get: operations["list_disputes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contract-disputes/{contract_id}/{matter_id}/ruling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record Ruling
         * @description Record how a court, an arbitrator or a mediator decided a dispute.
         */
        post: operations["record_ruling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Contracts
         * @description The contracts of one's own side, latest change first.
         */
        get: operations["list_contracts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Contract
         * @description A whole contract: parties, documents, what is owed, timeline.
         */
        get: operations["get_contract"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/accounts-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask For Accounts
         * @description Ask to read the accounts behind the royalty.
         */
        post: operations["ask_for_accounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/amendments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Amendments
         * @description The amendments of a contract, each with what it changes and the hashes of the terms before and after.
         */
        get: operations["list_amendments"];
        put?: never;
        /**
         * Propose Amendment
         * @description Propose new terms for a running contract from a day on; all parties have to sign.
         */
        post: operations["propose_amendment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/amendments/{number}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign Amendment
         * @description Sign exactly the amendment shown; the last signature puts the new terms in force.
         */
        post: operations["sign_amendment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/amendments/{number}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw Amendment
         * @description Give an amendment up before all have signed.
         */
        post: operations["withdraw_amendment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/amendments/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview Amendment
         * @description What new terms would change and cost; nothing is stored.
         */
        post: operations["preview_amendment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/buyout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Declare Buyout
         * @description Buy the technology at the price of the terms; the licensor confirms.
         */
        post: operations["declare_buyout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Contract
         * @description Give a contract up before all have signed.
         */
        post: operations["cancel_contract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/conversions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record Conversion
         * @description Record that equity takes the place of later fees; the other side confirms.
         */
        post: operations["record_conversion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/declare-first-income": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Declare First Income
         * @description Declare the day of first income from the technology.
         */
        post: operations["declare_first_income"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Contract Evidence
         * @description The evidence bundle: the signed file, who signed how and when, the chain of events, and a verifier for all of it.
         */
        get: operations["get_contract_evidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand In Contract File
         * @description Send a file; the other side reads it once it is attached to a claim, an answer or a statement.
         */
        post: operations["hand_in_contract_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/income-claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assert First Income
         * @description Assert, as the licensor, the day of first income that the licensee has not declared, with evidence.
         */
        post: operations["assert_first_income"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/matters/{matter_id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept Contract Matter
         * @description Accept what the other side put.
         */
        post: operations["accept_contract_matter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/matters/{matter_id}/agree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agree Settlement
         * @description Agree to exactly the proposal shown.
         */
        post: operations["agree_settlement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/matters/{matter_id}/propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose Settlement
         * @description Propose how a dispute about first income could end.
         */
        post: operations["propose_settlement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/matters/{matter_id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse Contract Matter
         * @description Send it back with reasons; an asserted first income becomes a dispute.
         */
        post: operations["refuse_contract_matter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/matters/{matter_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw Contract Matter
         * @description Take back what one's own side put.
         */
        post: operations["withdraw_contract_matter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/milestone-claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Claim Milestone
         * @description Claim that a milestone was reached, with evidence.
         */
        post: operations["claim_milestone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/milestones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept Milestone
         * @description Accept that a milestone was reached.
         */
        post: operations["accept_milestone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/obligations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Obligations
         * @description The payment schedule of a contract.
         */
        get: operations["list_obligations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Contract Pdf
         * @description The contract as it stands, with the signatures given so far.
         */
        get: operations["get_contract_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/reading-copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Contract Reading Copy
         * @description The whole contract in English, marked as a copy in which the Chinese text prevails.
         */
        get: operations["get_contract_reading_copy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Return Technology
         * @description Return the technology within the free period.
         */
        post: operations["return_technology"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/return-certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * File Return Certificate
         * @description Certify what became of every material after the technology was returned.
         */
        post: operations["file_return_certificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/right-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record Right Event
         * @description Record the publication, grant, invalidation or lapse of a licensed right.
         */
        post: operations["record_right_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/scans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload Contract Scan
         * @description Hand in a scan (PDF, JPEG, PNG) of the text with this SHA-256, signed on paper: weaker evidence than signing here.
         */
        post: operations["upload_contract_scan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/scans/{scan_id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm Contract Scan
         * @description Confirm as the other side that a scan shows the agreed text.
         */
        post: operations["confirm_contract_scan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/scans/{scan_id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject Contract Scan
         * @description Send a scan back with a reason.
         */
        post: operations["reject_contract_scan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign Contract
         * @description Sign exactly the text shown; a second click opens the first.
         */
        post: operations["sign_contract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/special-clauses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Special Clauses
         * @description Replace the special clauses before anybody has signed; the text is typeset anew.
         */
        put: operations["set_special_clauses"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/statement-corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct Statement
         * @description Replace a statement on which no invoice rests yet.
         */
        post: operations["correct_statement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * File Statement
         * @description Report the income of one reporting period.
         */
        post: operations["file_statement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/transfer-recording": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record Transfer
         * @description Note the recording of the transfer after a buy-out or conversion.
         */
        post: operations["record_transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/{contract_id}/use-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * File Use Report
         * @description Report how the technology was used in a period that is over.
         */
        post: operations["file_use_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/check-clauses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check Clauses
         * @description Say of clauses which of them the law voids and what to write instead. Keeps nothing.
         */
        post: operations["check_clauses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count Contracts
         * @description How many contracts of one's own side stand in each state.
         */
        get: operations["count_contracts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contracts/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify Contract File
         * @description Say whether a PDF is a complete, unaltered contract of this platform; anybody may ask.
         */
        post: operations["verify_contract_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cover-claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Cover Claims
         * @description The claims that one's organization is a side of.
         */
        get: operations["list_cover_claims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cover-claims/{claim_id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept Cover Claim
         * @description Agree to pay a claim.
         */
        post: operations["accept_cover_claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cover-claims/{claim_id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse Cover Claim
         * @description Refuse a claim with the reason.
         */
        post: operations["refuse_cover_claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cover-claims/{claim_id}/repayments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note Cover Repayment
         * @description Note what the firm paid back.
         */
        post: operations["note_cover_repayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cover-claims/{claim_id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Settle Cover Claim
         * @description Say which receipt paid a claim.
         */
        post: operations["settle_cover_claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cover-providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Cover Providers
         * @description The insurers and guarantors that may stand behind a cover.
         */
        get: operations["list_cover_providers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/covers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Covers
         * @description The covers that one's organization is a side of.
         */
        get: operations["list_covers"];
        put?: never;
        /**
         * Register Cover
         * @description Register a policy or guarantee for the fees of a contract.
         */
        post: operations["register_cover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/covers/{cover_id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm Cover
         * @description Stand by a cover.
         */
        post: operations["confirm_cover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/covers/{cover_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline Cover
         * @description Say that there is no such cover.
         */
        post: operations["decline_cover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/covers/{cover_id}/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Attach Policy
         * @description Keep the policy's PDF with a cover.
         */
        post: operations["attach_policy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit-records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Credit Records
         * @description The credit records of one's organization, or of one's zone once they were issued.
         */
        get: operations["list_credit_records"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit-records/{record_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Credit Record
         * @description One credit record.
         */
        get: operations["get_credit_record"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit-records/{record_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer Credit Objection
         * @description Answer an objection: drop the record or let the clock run on.
         */
        post: operations["answer_credit_objection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit-records/{record_id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Credit Record
         * @description The data file of an issued record; its SHA-256 stands in the signed PDF.
         */
        get: operations["export_credit_record"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit-records/{record_id}/object": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Object To Credit Record
         * @description Object as the firm: nothing is handed over before the answer.
         */
        post: operations["object_to_credit_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit-records/{record_id}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive Credit Record
         * @description Take an issued record over for the zone; the answer carries the receipt.
         */
        post: operations["receive_credit_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Credits
         * @description What was paid beyond the invoices and not used yet, for both sides.
         */
        get: operations["list_credits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dataroom-accesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Data Accesses
         * @description The accesses of one's own side, those that wait first.
         */
        get: operations["list_data_accesses"];
        put?: never;
        /**
         * Ask Data Access
         * @description Ask for the documents behind an open listing; 200 with the firm's open access where there is one.
         */
        post: operations["ask_data_access"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dataroom-accesses/{access_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Data Access
         * @description A whole access with the text of its undertaking.
         */
        get: operations["get_data_access"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dataroom-accesses/{access_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline Data Access
         * @description Do not agree, with a reason.
         */
        post: operations["decline_data_access"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dataroom-accesses/{access_id}/offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Offer Data Access
         * @description Agree; the undertaking is drawn up.
         */
        post: operations["offer_data_access"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dataroom-accesses/{access_id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke Data Access
         * @description End an access at once, with a reason.
         */
        post: operations["revoke_data_access"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dataroom-accesses/{access_id}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign Undertaking
         * @description Sign the undertaking for one's own side: the firm first, then the university.
         */
        post: operations["sign_undertaking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dataroom-accesses/{access_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw Data Access
         * @description Take the request back, or give the access up.
         */
        post: operations["withdraw_data_access"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datarooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Data Rooms
         * @description The rooms of one's own university.
         */
        get: operations["list_data_rooms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datarooms/{listing_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Data Room
         * @description The room of a listing, as far as its reader may see it.
         */
        get: operations["get_data_room"];
        /**
         * Set Data Room
         * @description Open or close a room, and set how long an access lasts.
         */
        put: operations["set_data_room"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datarooms/{listing_id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Data File
         * @description Put a PDF, a picture or an Office file into the room.
         */
        post: operations["add_data_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datarooms/{listing_id}/files/{data_file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Data File
         * @description Take a file out of the room.
         */
        delete: operations["remove_data_file"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datarooms/{listing_id}/files/{data_file_id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download Data File
         * @description The reader's copy, or an Office file as it is, to keep; noted in the log.
         */
        get: operations["download_data_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datarooms/{listing_id}/files/{data_file_id}/view": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * View Data File
         * @description The reader's copy, to look at; noted in the log.
         */
        get: operations["view_data_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datarooms/{listing_id}/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Data Looks
         * @description Who looked at what: everything for the university, one's own lines for a firm.
         */
        get: operations["list_data_looks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Deals
         * @description The applications of one's own side, those that wait first.
         */
        get: operations["list_deals"];
        put?: never;
        /**
         * Start Application
         * @description Start an application; 200 with the existing one where the firm has one already.
         */
        post: operations["start_application"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{deal_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Deal
         * @description A whole application.
         */
        get: operations["get_deal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Revise Application
         * @description Save the wizard's draft.
         */
        patch: operations["revise_application"];
        trace?: never;
    };
    "/api/deals/{deal_id}/agree-terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agree Terms
         * @description Freeze the terms; the contract is drawn up next.
         */
        post: operations["agree_terms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{deal_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer Application
         * @description Accept, decline with a reason, or ask.
         */
        post: operations["answer_application"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{deal_id}/commission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite Manager
         * @description Ask a technology manager to work on the deal for a commission.
         */
        post: operations["invite_manager"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{deal_id}/commission/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept Commission
         * @description Accept the commission by its hash, as its manager or its payer.
         */
        post: operations["accept_commission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{deal_id}/commission/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Commission
         * @description Refuse, take back or give up a commission.
         */
        post: operations["end_commission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{deal_id}/contributions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record Contribution
         * @description Write down what the technology manager did for the deal.
         */
        post: operations["record_contribution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{deal_id}/managers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Manager Candidates
         * @description The technology managers of both sides.
         */
        get: operations["list_manager_candidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{deal_id}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Price Objections
         * @description The objections against the price of a deal of one's own university.
         */
        get: operations["list_price_objections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{deal_id}/objections/{objection_id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Settle Price Objection
         * @description Answer an objection with a reason.
         */
        post: operations["settle_price_objection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{deal_id}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose Offer
         * @description Offer changed terms to the other side.
         */
        post: operations["propose_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{deal_id}/offers/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept Offer
         * @description Accept the other side's open offer by its hash.
         */
        post: operations["accept_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{deal_id}/offers/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview Offer
         * @description What terms would change against those on the table, and what they would cost.
         */
        post: operations["preview_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{deal_id}/offers/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse Offer
         * @description Refuse the other side's open offer with a reason.
         */
        post: operations["refuse_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{deal_id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reply To Question
         * @description Reply to the university's question.
         */
        post: operations["reply_to_question"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{deal_id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit Application
         * @description Apply for exactly the terms shown; a second submit opens the first.
         */
        post: operations["submit_application"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{deal_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw Application
         * @description Withdraw an application.
         */
        post: operations["withdraw_application"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count Deals
         * @description How many applications of one's own side stand in each state.
         */
        get: operations["count_deals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/engagements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Engagements
         * @description A technology manager's own commissions, those to answer first.
         */
        get: operations["list_engagements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/defaults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Defaults
         * @description The defaults that one's organization is a side of or covers, the longest late first.
         */
        get: operations["list_defaults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/defaults/{case_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Default
         * @description A whole default: sums, documents, covers, timeline, and what comes next.
         */
        get: operations["get_default"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/defaults/{case_id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Acknowledge Demand
         * @description Say as the firm that the demand has come.
         */
        post: operations["acknowledge_demand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/defaults/{case_id}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * File Cover Claim
         * @description Ask an insurer or guarantor to pay for the firm.
         */
        post: operations["file_cover_claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/defaults/{case_id}/credit-record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Announce Credit Record
         * @description Tell the firm that its default will be handed to its zone; the clock to object starts.
         */
        post: operations["announce_credit_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/defaults/{case_id}/delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record Demand Delivery
         * @description Note when and how the demand reached the firm; its time to pay runs from that day.
         */
        post: operations["record_demand_delivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/defaults/{case_id}/demand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send Demand
         * @description Send the demand; the letter is kept as PDF.
         */
        post: operations["send_demand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/defaults/{case_id}/rescind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rescind After Default
         * @description Declare the contract rescinded after the time to pay.
         */
        post: operations["rescind_after_default"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/defaults/{case_id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Default
         * @description Become the person responsible for a case.
         */
        post: operations["take_default"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/defaults/{case_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw Default
         * @description Let a case rest until a day.
         */
        post: operations["withdraw_default"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/defaults/ageing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Default Ageing
         * @description What is open in them by how many days it is late.
         */
        get: operations["list_default_ageing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Demo Accounts
         * @description The accounts of the demo; empty in production.
         */
        get: operations["list_demo_accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/distributions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Distributions
         * @description How income that one's organization has a part in is split, with what waits for approval first.
         */
        get: operations["list_distributions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/distributions/{distribution_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Distribution
         * @description One split.
         */
        get: operations["get_distribution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/distributions/{distribution_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve Distribution
         * @description Approve a split for one's own right holder; the last holder's approval books it.
         */
        post: operations["approve_distribution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/distributions/{distribution_id}/object": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Object To Distribution
         * @description Object to a split with a reason; nothing is booked.
         */
        post: operations["object_to_distribution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/distributions/{distribution_id}/recount": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Recount Distribution
         * @description Count a split that was objected to again and ask every right holder anew.
         */
        post: operations["recount_distribution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/distributions/costs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Costs
         * @description What comes out of the first income of contracts, once, before it is split.
         */
        get: operations["list_costs"];
        put?: never;
        /**
         * Record Cost
         * @description Write down a cost that the holders agreed to take out of the first income.
         */
        post: operations["record_cost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/distributions/costs/{cost_id}/agree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agree Cost
         * @description Agree, as a second person, to a cost that was written down.
         */
        post: operations["agree_cost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/distributions/costs/{cost_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw Cost
         * @description Take back a cost that nothing was deducted for.
         */
        post: operations["withdraw_cost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Document
         * @description Name, size and hash of a file the reader may open.
         */
        get: operations["get_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{file_id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Document Content
         * @description The bytes of a file the reader may open.
         */
        get: operations["get_document_content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/enquiries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Enquiries
         * @description The enquiries of one's own side, those that wait first.
         */
        get: operations["list_enquiries"];
        put?: never;
        /**
         * Ask Enquiry
         * @description Ask about an open listing; 200 with the firm's open enquiry about it where there is one.
         */
        post: operations["ask_enquiry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/enquiries/{enquiry_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Enquiry
         * @description A whole conversation.
         */
        get: operations["get_enquiry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/enquiries/{enquiry_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer Enquiry
         * @description Answer the question that waits.
         */
        post: operations["answer_enquiry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/enquiries/{enquiry_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close Enquiry
         * @description End the conversation, from either side.
         */
        post: operations["close_enquiry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/enquiries/{enquiry_id}/follow-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Follow Up Enquiry
         * @description Ask further after an answer.
         */
        post: operations["follow_up_enquiry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Filings
         * @description What the contracts of one's own side have to be handed in for, nearest last day first.
         */
        get: operations["list_filings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filings/{filing_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Filing
         * @description A filing: its clock, the papers of its pack, what can be done now.
         */
        get: operations["get_filing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filings/{filing_id}/pack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Filing Pack
         * @description The pack as a zip: filled form, signed contract, list of papers.
         */
        get: operations["get_filing_pack"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filings/{filing_id}/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register Filing
         * @description Enter the office's receipt.
         */
        post: operations["register_filing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filings/{filing_id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Return Filing
         * @description Note that the office gave the pack back for correction.
         */
        post: operations["return_filing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filings/{filing_id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit Filing
         * @description Note that the pack was handed in.
         */
        post: operations["submit_filing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filings/{filing_id}/waive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Waive Filing
         * @description Note why nothing has to be filed.
         */
        post: operations["waive_filing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filings/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count Filings
         * @description How many filings of one's own side stand in each state.
         */
        get: operations["count_filings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/funding-applications/{application_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw Funding Application
         * @description Take one application back.
         */
        post: operations["withdraw_funding_application"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/funding-facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Funding Facts
         * @description Every fact a product may ask for, with its words and choices.
         */
        get: operations["list_funding_facts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/funding-facts/of-record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Facts Of Record
         * @description What a new request of one's own firm would take from the records, each fact with its record.
         */
        get: operations["list_facts_of_record"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/funding-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Funding Requests
         * @description The requests of one's own firm with their applications, newest first.
         */
        get: operations["list_funding_requests"];
        put?: never;
        /**
         * Create Funding Request
         * @description Say what money is needed for.
         */
        post: operations["create_funding_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/funding-requests/{request_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Funding Request
         * @description A request with the facts that were gathered for it.
         */
        get: operations["get_funding_request"];
        /**
         * Revise Funding Request
         * @description Change amount, purpose or declared facts of an open request.
         */
        put: operations["revise_funding_request"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/funding-requests/{request_id}/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit Funding Application
         * @description Hand the request to a provider.
         */
        post: operations["submit_funding_application"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/funding-requests/{request_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close Funding Request
         * @description Close a request; applications under way are taken back.
         */
        post: operations["close_funding_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/funding-requests/{request_id}/consents/{provider_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw Consent
         * @description Let a provider read the facts no longer.
         */
        post: operations["withdraw_consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/funding-requests/{request_id}/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Fact Looks
         * @description Who read the facts, and when.
         */
        get: operations["list_fact_looks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/funding-requests/{request_id}/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Funding Matches
         * @description Which products fit, which might, which do not, and why, gate by gate.
         */
        get: operations["list_funding_matches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/holdings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Holdings
         * @description The listings in whose rights one's own organization holds a share.
         */
        get: operations["list_holdings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/holdings/{listing_id}/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Consent To Listing
         * @description Consent as a co-owner to exactly the terms shown.
         */
        post: operations["consent_to_listing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instruments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Instruments
         * @description The finance products in force; fund products only for signed-in firms and providers (domain h14).
         */
        get: operations["list_instruments"];
        put?: never;
        /**
         * Create Instrument
         * @description Write the first version of a product.
         */
        post: operations["create_instrument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instruments/{instrument_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Instrument
         * @description A whole product with its conditions, in the version in force.
         */
        get: operations["get_instrument"];
        /**
         * Revise Instrument
         * @description Write the next version; If-Match carries `row_version`.
         */
        put: operations["revise_instrument"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instruments/{instrument_id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish Instrument
         * @description Put the latest version in force.
         */
        post: operations["publish_instrument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instruments/{instrument_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw Instrument
         * @description Take a product off the market.
         */
        post: operations["withdraw_instrument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instruments/own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Own Instruments
         * @description The products of one's own organization in their latest version.
         */
        get: operations["list_own_instruments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoice-adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Adjustments
         * @description The credit notes and write-offs of one's organization, the newest first.
         */
        get: operations["list_adjustments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoice-adjustments/{adjustment_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve Adjustment
         * @description Approve a proposal of somebody else; it is booked and the firm is told.
         */
        post: operations["approve_adjustment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoice-adjustments/{adjustment_id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse Adjustment
         * @description Refuse a proposal of somebody else.
         */
        post: operations["refuse_adjustment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoice-adjustments/{adjustment_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw Adjustment
         * @description Take a proposal back.
         */
        post: operations["withdraw_adjustment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Invoices
         * @description What one's organization owes or is owed, unpaid first.
         */
        get: operations["list_invoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{invoice_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Invoice
         * @description A whole invoice: formula and inputs, lines, where to pay and the reference, payments.
         */
        get: operations["get_invoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{invoice_id}/checkout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start Checkout
         * @description Open the provider's pay page for what is open on an invoice; go to `url`. `unknown`: being confirmed, look again.
         */
        post: operations["start_checkout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{invoice_id}/credit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Use Credit
         * @description Settle one's invoice out of one's credit.
         */
        post: operations["use_credit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{invoice_id}/credit-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose Credit Note
         * @description Propose to let a part of an invoice go; another person has to approve.
         */
        post: operations["propose_credit_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{invoice_id}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Invoice Paper
         * @description The invoice as PDF as it stands today; in English a reading copy.
         */
        get: operations["get_invoice_paper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{invoice_id}/tax-invoice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask Tax Invoice
         * @description Ask for the 发票 of an invoice.
         */
        post: operations["ask_tax_invoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{invoice_id}/write-offs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose Write Off
         * @description Propose to write off what is open on an invoice; another person has to approve.
         */
        post: operations["propose_write_off"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/contracts/{contract_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Contract Entries
         * @description Every transaction booked for a contract with all its legs, for audit.
         */
        get: operations["list_contract_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listing-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Imports
         * @description The latest imports of one's own university, newest first.
         */
        get: operations["list_imports"];
        put?: never;
        /**
         * Read Import
         * @description Read a spreadsheet and say row by row what is wrong. Lists nothing yet.
         */
        post: operations["read_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listing-imports/{batch_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Import
         * @description An import of one's own university, to go on with.
         */
        get: operations["get_import"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listing-imports/{batch_id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Commit Import
         * @description Make drafts of all rows that are right.
         */
        post: operations["commit_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listing-imports/{batch_id}/rows/{row_number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Mend Import Row
         * @description Correct a row in place.
         */
        put: operations["mend_import_row"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listing-imports/{batch_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo Import
         * @description Withdraw the drafts of an import within a day.
         */
        post: operations["undo_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listing-imports/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Import Template
         * @description The spreadsheet to fill in.
         */
        get: operations["get_import_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create Listing
         * @description Create a draft for one's own university.
         */
        post: operations["create_listing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{listing_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Listing
         * @description A whole listing.
         */
        get: operations["get_listing"];
        /**
         * Revise Listing
         * @description Replace the content of a draft.
         */
        put: operations["revise_listing"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{listing_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve Listing
         * @description Approve a submission of somebody else.
         */
        post: operations["approve_listing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{listing_id}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare Ways To Listing
         * @description Using first, buying outright and an ordinary licence for these yearly sales; null when the price is negotiable.
         */
        get: operations["compare_ways_to_listing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{listing_id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm Listing
         * @description Say that rights and contact still hold.
         */
        post: operations["confirm_listing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{listing_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Listing History
         * @description The steps of a listing of one's own university, in order.
         */
        get: operations["list_listing_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{listing_id}/holders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Listing Holders
         * @description The right holders of a listing with their shares and consents, for its university and the co-owners.
         */
        get: operations["list_listing_holders"];
        /**
         * Set Listing Holders
         * @description Name the registered co-owners of a draft and their shares; the university keeps the rest.
         */
        put: operations["set_listing_holders"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{listing_id}/missing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Missing Parts
         * @description What a listing of one's own university still needs before it can be submitted.
         */
        get: operations["list_missing_parts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{listing_id}/notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start Notice
         * @description Put name and price on public notice.
         */
        post: operations["start_notice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{listing_id}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Objections
         * @description The objections against a listing of one's own university.
         */
        get: operations["list_objections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{listing_id}/objections/{objection_id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Settle Objection
         * @description Answer an objection.
         */
        post: operations["settle_objection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{listing_id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish Listing
         * @description Open a listing.
         */
        post: operations["publish_listing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{listing_id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Return Listing
         * @description Send a submission back with a reason.
         */
        post: operations["return_listing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{listing_id}/simulation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Simulate Listing
         * @description What the licence would cost for these yearly sales; null when the price is negotiable.
         */
        get: operations["simulate_listing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{listing_id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit Listing
         * @description Hand a draft to the approver.
         */
        post: operations["submit_listing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{listing_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw Listing
         * @description Take a listing back.
         */
        post: operations["withdraw_listing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count Own Listings
         * @description How many of one's own university's listings stand in each state.
         */
        get: operations["count_own_listings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Own Listings
         * @description The listings of one's own university, latest change first.
         */
        get: operations["list_own_listings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Me
         * @description Who is signed in and what she may do.
         */
        get: operations["get_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/money": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Money Flow
         * @description Where the money of one's university's contracts is.
         */
        get: operations["get_money_flow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/money/{figure}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Money Rows
         * @description The rows that a figure of the money page is the sum of.
         */
        get: operations["list_money_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/needs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Needs
         * @description The open needs, newest first.
         */
        get: operations["list_needs"];
        put?: never;
        /**
         * Create Need
         * @description Create a draft for one's own firm.
         */
        post: operations["create_need"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/needs/{need_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Need
         * @description A whole need.
         */
        get: operations["get_need"];
        /**
         * Revise Need
         * @description Replace the content of a need of one's own firm.
         */
        put: operations["revise_need"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/needs/{need_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close Need
         * @description End a need and say how.
         */
        post: operations["close_need"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/needs/{need_id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish Need
         * @description Make a draft public.
         */
        post: operations["publish_need"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/needs/own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Own Needs
         * @description The needs of one's own firm, latest change first.
         */
        get: operations["list_own_needs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notice-period": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Notice Period
         * @description First and last day of a notice that is started today.
         */
        get: operations["get_notice_period"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Notices
         * @description The public notice board 公示栏.
         */
        get: operations["list_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/{listing_id}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Raise Objection
         * @description Object to a price on notice, by name; anybody may.
         */
        post: operations["raise_objection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Notifications
         * @description One's own messages, newest first.
         */
        get: operations["list_notifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/{notification_id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read Notification
         * @description Note that a message was read.
         */
        post: operations["read_notification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/read-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read All Notifications
         * @description Note that all messages were read.
         */
        post: operations["read_all_notifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count Unread Notifications
         * @description How many messages wait.
         */
        get: operations["count_unread_notifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organization-names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List English Names
         * @description The English names of organizations whose Chinese ones the reader has before her; those without one are left out.
         */
        get: operations["list_english_names"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organization_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Organization
         * @description The record of one's own organization.
         */
        get: operations["get_organization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Correct Organization
         * @description Correct the figures of one's own organization.
         */
        patch: operations["correct_organization"];
        trace?: never;
    };
    "/api/organizations/{organization_id}/eligibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Eligibility
         * @description What a decision would say today, condition by condition.
         */
        get: operations["get_eligibility"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payment-notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Parked Notices
         * @description Notices of the provider that could not be applied and wait for a person.
         */
        get: operations["list_parked_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payment-notices/{notice_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay Notice
         * @description Put a parked notice back to work: the provider is asked again.
         */
        post: operations["replay_notice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{payment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Payment
         * @description One attempt to pay.
         */
        get: operations["get_payment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Payouts
         * @description Batches of payouts, those that wait for somebody first.
         */
        get: operations["list_payouts"];
        put?: never;
        /**
         * Request Payout
         * @description Put what is owed to some payees into a batch that a second person has to approve.
         */
        post: operations["request_payout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payouts/{batch_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Payout
         * @description A batch with its lines.
         */
        get: operations["get_payout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payouts/{batch_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve Payout
         * @description Approve a batch that somebody else requested, and set its money aside.
         */
        post: operations["approve_payout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payouts/{batch_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Payout File
         * @description The file for the bank: batch transfer as XLSX or CSV, or ISO 20022 pain.001.
         */
        get: operations["get_payout_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payouts/{batch_id}/result-files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Payout Results
         * @description Record what the bank's file (Excel or CSV) says of each line; the same file twice changes nothing.
         */
        post: operations["import_payout_results"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payouts/{batch_id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record Payout
         * @description Record which lines the bank paid and which came back.
         */
        post: operations["record_payout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payouts/{batch_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw Payout
         * @description Take back a batch that nobody approved.
         */
        post: operations["withdraw_payout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payouts/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Payee Account
         * @description Set the bank account that a payee is paid to.
         */
        put: operations["set_payee_account"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payouts/arrangement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose Payout Runner
         * @description Choose whether one's own office or the platform prepares the payouts.
         */
        put: operations["choose_payout_runner"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payouts/entrusted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Entrusted
         * @description What right holders owe that chose the platform to prepare their payouts.
         */
        get: operations["list_entrusted"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payouts/payables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Payables
         * @description What one's organization owes to whom, and who can be paid now.
         */
        get: operations["list_payables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payouts/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Statement
         * @description Everything that one was credited as inventor or technology manager, with its arithmetic.
         */
        get: operations["get_statement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payouts/statement.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Statement Csv
         * @description One's own statement as CSV.
         */
        get: operations["get_statement_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payouts/statement.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Statement Pdf
         * @description One's own statement as PDF.
         */
        get: operations["get_statement_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pipeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Pipeline
         * @description The deals handed to one's own organization.
         */
        get: operations["list_pipeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pipeline/{application_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Pipeline Deal
         * @description A deal with the same reasons the firm sees; the firm sees that it was read.
         */
        get: operations["get_pipeline_deal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pipeline/{application_id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move Pipeline Deal
         * @description Take a deal to another state.
         */
        post: operations["move_pipeline_deal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pipeline/{application_id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Pipeline Note
         * @description Write a private note.
         */
        post: operations["add_pipeline_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pipeline/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count Pipeline
         * @description How many deals stand in each state.
         */
        get: operations["count_pipeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/price-notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Price Notices
         * @description The negotiated prices on the notice board 公示栏.
         */
        get: operations["list_price_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/price-notices/{deal_id}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Object To Price
         * @description Object to a negotiated price on notice, by name; anybody may.
         */
        post: operations["object_to_price"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Readyz
         * @description The database answers, 503 while it does not; without search the product is degraded, and serves.
         */
        get: operations["get_readiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reconciliation/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Compared Accounts
         * @description The accounts one looks after, as they were compared last.
         */
        get: operations["list_compared_accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reconciliation/accounts/{key}/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Compared Days
         * @description An account at the end of each day, by our books and by the other side.
         */
        get: operations["list_compared_days"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reconciliation/accounts/{key}/days/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Day Items
         * @description What moved an account on a day.
         */
        get: operations["list_day_items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reconciliation/accounts/{key}/transactions/{txn_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Account Transaction
         * @description The entries behind a figure.
         */
        get: operations["get_account_transaction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reconciliation/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Differences
         * @description What only one side knows, open ones first.
         */
        get: operations["list_differences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reconciliation/differences/{difference_id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Explain Difference
         * @description Write down why a difference is right as it is.
         */
        post: operations["explain_difference"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reconciliation/differences/{difference_id}/own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Own Difference
         * @description Take charge of a difference.
         */
        post: operations["own_difference"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reconciliation/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compare Accounts
         * @description Compare now: bank accounts at once, the provider's account within a minute.
         */
        post: operations["compare_accounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/listings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search Listings
         * @description Results for a problem in everyday words, a technical term, pinyin or a number; with facets and reasons.
         */
        get: operations["search_listings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/similar/{listing_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Similar Listings
         * @description Open results most like one.
         */
        get: operations["list_similar_listings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Suggest Phrases
         * @description Phrases of published results that complete what was typed.
         */
        get: operations["suggest_phrases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign In
         * @description Sign in with login and password; sets the session cookie.
         */
        post: operations["sign_in"];
        /**
         * Sign Out
         * @description End the session of this browser.
         */
        delete: operations["sign_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch Organization
         * @description Act for another of one's organizations.
         */
        post: operations["switch_organization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm Second Factor
         * @description Enter the authenticator's code; it opens money, signing and administration for a quarter of an hour.
         */
        post: operations["confirm_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tax-invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tax Invoices
         * @description The requests for 发票 of one's organization, those to be issued first.
         */
        get: operations["list_tax_invoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tax-invoices/{tax_invoice_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline Tax Invoice
         * @description Send a request back with what is wrong in it.
         */
        post: operations["decline_tax_invoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tax-invoices/{tax_invoice_id}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue Tax Invoice
         * @description Record the number, day and file of the 发票 that was issued.
         */
        post: operations["issue_tax_invoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tax-invoices/open.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Tax Invoices
         * @description The open requests as CSV, one line a 发票, for the university's tax software.
         */
        get: operations["export_tax_invoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/terms/presets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Term Presets
         * @description The regional modes as complete sheets, in the reader's language.
         */
        get: operations["list_term_presets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/terms/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Terms Schema
         * @description The JSON schema of a term sheet: the very file `docs/terms.schema.json`.
         */
        get: operations["get_terms_schema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/universities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Universities
         * @description All universities in pinyin order.
         */
        get: operations["list_universities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/universities/{organization_id}/response-rate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Response Rate
         * @description How a university answers questions and applications, over the last twelve months; public, counts only.
         */
        get: operations["get_response_rate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/stripe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive Stripe Event
         * @description Take an announcement of the provider: verified, stored, answered; worked on later.
         */
        post: operations["receive_stripe_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/worklist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Worklist
         * @description What the reader must do now, the days to come and the figures of her organization.
         */
        get: operations["get_worklist"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/zones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Zones
         * @description All zones with their one industry and one track.
         */
        get: operations["list_zones"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AcceptCommission
         * @description Manager or payer accepts exactly this commission: the hash shown.
         */
        AcceptCommission: {
            /** Terms Hash */
            terms_hash: string;
        };
        /**
         * AcceptOffer
         * @description The other side accepts exactly this offer: the hash it was shown.
         */
        AcceptOffer: {
            /** Terms Hash */
            terms_hash: string;
        };
        /**
         * AccessBrief
         * @description One row of a list. `my_turn`: the reader's side has to act; `overdue`: the university let its clock run out.
         */
        AccessBrief: {
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Expires On */
            expires_on: string | null;
            /**
             * Firm Id
             * Format: uuid
             */
            firm_id: string;
            /** Firm Name */
            firm_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Demo */
            is_demo: boolean;
            /**
             * Listing Id
             * Format: uuid
             */
            listing_id: string;
            /** Listing Number */
            listing_number: string;
            /** Listing Title */
            listing_title: string;
            /** My Turn */
            my_turn: boolean;
            /** Number */
            number: string;
            /** Overdue */
            overdue: boolean;
            /** Purpose */
            purpose: string;
            /** Reply Due On */
            reply_due_on: string | null;
            state: components["schemas"]["AccessState"];
            /**
             * State Since
             * Format: date-time
             */
            state_since: string;
            /**
             * University Id
             * Format: uuid
             */
            university_id: string;
            /** University Name */
            university_name: string;
        };
        /**
         * AccessState
         * @description Where an access stands; the table of moves is in `states.py`.
         * @enum {string}
         */
        AccessState: "asked" | "offered" | "firm_signed" | "active" | "declined" | "withdrawn" | "revoked" | "expired";
        /**
         * AccessView
         * @description A whole access as either side sees it; `clauses` and `content_sha256` are of the undertaking once it is drawn up.
         */
        AccessView: {
            /** Access Days */
            access_days: number | null;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Clauses */
            clauses: components["schemas"]["UndertakingClause"][];
            /** Content Sha256 */
            content_sha256: string | null;
            /** Document Id */
            document_id: string | null;
            /** End Reason */
            end_reason: string;
            /** Expires On */
            expires_on: string | null;
            /**
             * Firm Id
             * Format: uuid
             */
            firm_id: string;
            /** Firm Name */
            firm_name: string;
            firm_signed: components["schemas"]["Signed"] | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Demo */
            is_demo: boolean;
            /**
             * Listing Id
             * Format: uuid
             */
            listing_id: string;
            /** Listing Number */
            listing_number: string;
            /** Listing Title */
            listing_title: string;
            /** Months */
            months: number | null;
            /** Moves */
            moves: string[];
            /** My Turn */
            my_turn: boolean;
            /** Number */
            number: string;
            /** Overdue */
            overdue: boolean;
            /** Purpose */
            purpose: string;
            /** Reply Due On */
            reply_due_on: string | null;
            state: components["schemas"]["AccessState"];
            /**
             * State Since
             * Format: date-time
             */
            state_since: string;
            /**
             * University Id
             * Format: uuid
             */
            university_id: string;
            /** University Name */
            university_name: string;
            university_signed: components["schemas"]["Signed"] | null;
        };
        /**
         * AccountsRequest
         * @description The licensor asks to read the accounts behind the royalty on a day (民法典 §846).
         */
        AccountsRequest: {
            /**
             * Accounts On
             * Format: date
             */
            accounts_on: string;
            /** Text */
            text: string;
        };
        /**
         * AccountView
         * @description A payee's account without its number; before `usable_from` nothing is paid to it.
         */
        AccountView: {
            /** Account Name */
            account_name: string;
            /** Bank Code */
            bank_code: string;
            /** Bank Name */
            bank_name: string;
            /** Masked */
            masked: string;
            /**
             * Set At
             * Format: date-time
             */
            set_at: string;
            /** Set By Name */
            set_by_name: string;
            /**
             * Usable From
             * Format: date
             */
            usable_from: string;
        };
        /**
         * AdjustmentAnswer
         * @description Why a proposal is refused.
         */
        AdjustmentAnswer: {
            /** Reason */
            reason: string;
        };
        /**
         * AdjustmentKind
         * @description What takes something off an invoice.
         * @enum {string}
         */
        AdjustmentKind: "credit_note" | "write_off";
        /**
         * AdjustmentState
         * @description Where a proposal stands; the table of moves is in `states.py`.
         * @enum {string}
         */
        AdjustmentState: "proposed" | "approved" | "refused" | "withdrawn" | "reversed";
        /**
         * AdjustmentView
         * @description A credit note or write-off of an invoice: who proposed it and why, who decided. The firm sees approved ones only.
         *
         *     `moves` are the reader's next steps, `refused` those that start here but that she cannot take now, and why.
         */
        AdjustmentView: {
            /** Amount Minor */
            amount_minor: number;
            /** Answer */
            answer: string;
            /** Approved On */
            approved_on: string | null;
            /** Decided By Name */
            decided_by_name: string;
            /** Evidence */
            evidence: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Invoice Id
             * Format: uuid
             */
            invoice_id: string;
            /** Invoice Number */
            invoice_number: string;
            kind: components["schemas"]["AdjustmentKind"];
            /** Line */
            line: number;
            /** Moves */
            moves: string[];
            /** Number */
            number: string | null;
            /** Proposed By Name */
            proposed_by_name: string;
            /**
             * Proposed On
             * Format: date
             */
            proposed_on: string;
            /** Reason */
            reason: string;
            /** Refused */
            refused: components["schemas"]["RefusedMove"][];
            state: components["schemas"]["AdjustmentState"];
        };
        /**
         * AfterMonths
         * @description Fees are due a number of months after the contract took effect.
         */
        AfterMonths: {
            /** After Months */
            after_months: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "date";
        };
        /**
         * AfterSignature
         * @description What has happened and what is awaited since the contract took effect.
         */
        AfterSignature: {
            /** Bought Out On */
            bought_out_on: string | null;
            /** Certificate Due On */
            certificate_due_on: string | null;
            /** Converted On */
            converted_on: string | null;
            /** Declaration Files */
            declaration_files: components["schemas"]["EvidenceView"][];
            /** First Income Declared On */
            first_income_declared_on: string | null;
            /** First Income Text */
            first_income_text: string;
            /** Invalidated On */
            invalidated_on: string | null;
            /** Matters */
            matters: components["schemas"]["MatterView"][];
            /** Rights */
            rights: components["schemas"]["LicensedRight"][];
            /** Statements */
            statements: components["schemas"]["IncomeStatementView"][];
            /** Transfer Due On */
            transfer_due_on: string | null;
            /** Transfer Number */
            transfer_number: string;
            /** Transfer Recorded On */
            transfer_recorded_on: string | null;
            /** Use Reports */
            use_reports: components["schemas"]["UseReportView"][];
        };
        /**
         * Ageing
         * @description Open sums of the cases in progress by how many days the oldest bill of a case is late; fen and number of cases.
         */
        Ageing: {
            /**
             * Bucket
             * @enum {string}
             */
            bucket: "to_30" | "to_60" | "to_90" | "over_90";
            /** Cases */
            cases: number;
            /** Open Minor */
            open_minor: number;
        };
        /**
         * AgreeTerms
         * @description The firm confirms exactly these terms: the hash it was shown.
         */
        AgreeTerms: {
            /** Terms Hash */
            terms_hash: string;
        };
        /**
         * AllOfLeaves
         * @description Every leaf holds.
         */
        AllOfLeaves: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "all";
            /** Of */
            of: (components["schemas"]["OneOf"] | components["schemas"]["AnyOf"] | components["schemas"]["Between"] | components["schemas"]["ValidOn"] | components["schemas"]["Flag"] | components["schemas"]["AtMostShare"] | components["schemas"]["Headroom"] | components["schemas"]["NotOn"])[];
        };
        /**
         * AllOfParts
         * @description Every part, leaf or inner group, holds.
         */
        AllOfParts: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "all";
            /** Of */
            of: (components["schemas"]["OneOf"] | components["schemas"]["AnyOf"] | components["schemas"]["Between"] | components["schemas"]["ValidOn"] | components["schemas"]["Flag"] | components["schemas"]["AtMostShare"] | components["schemas"]["Headroom"] | components["schemas"]["NotOn"] | components["schemas"]["AllOfLeaves"] | components["schemas"]["SomeOfLeaves"] | components["schemas"]["NoneOfLeaves"])[];
        };
        /**
         * AmendedTerms
         * @description Terms that are not proposed yet, to see what they would change.
         */
        AmendedTerms: {
            terms: components["schemas"]["TermSheet"];
        };
        /**
         * AmendmentSignatureView
         * @description A party's signature on an amendment; `signed_at` None: still to come.
         */
        AmendmentSignatureView: {
            /** Name */
            name: string;
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: string;
            /** Signed At */
            signed_at: string | null;
            /** Signer Name */
            signer_name: string;
        };
        /**
         * AmendmentView
         * @description An amendment with what it changes and costs. `moves`: what the reader may do with it now (sign, withdraw).
         */
        AmendmentView: {
            /** Before Hash */
            before_hash: string;
            /** Cautions */
            cautions: string[];
            /** Content Sha256 */
            content_sha256: string;
            cost_after: components["schemas"]["Cost"] | null;
            cost_before: components["schemas"]["Cost"] | null;
            /** Differences */
            differences: components["schemas"]["DifferenceView"][];
            /**
             * File Id
             * Format: uuid
             */
            file_id: string;
            /**
             * From On
             * Format: date
             */
            from_on: string;
            /** In Force At */
            in_force_at: string | null;
            /** Moves */
            moves: ("sign" | "withdraw")[];
            /** Number */
            number: number;
            /**
             * Proposed At
             * Format: date-time
             */
            proposed_at: string;
            /** Proposed By Name */
            proposed_by_name: string;
            /** Reason */
            reason: string;
            /** Sha256 */
            sha256: string;
            /** Signatures */
            signatures: components["schemas"]["AmendmentSignatureView"][];
            /**
             * State
             * @enum {string}
             */
            state: "proposed" | "in_force" | "withdrawn";
            /** Terms Hash */
            terms_hash: string;
            /** Withdrawal */
            withdrawal: string;
        };
        /**
         * Answer
         * @description The university's answer. `decline` and `ask` need a text that the firm will read.
         */
        Answer: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "accept" | "decline" | "ask";
            /** Terms Hash */
            terms_hash?: string | null;
            /**
             * Text
             * @default
             */
            text?: string;
        };
        /**
         * AnyOf
         * @description The set of words has at least one of these.
         */
        AnyOf: {
            /**
             * Field
             * @enum {string}
             */
            field: "bad_lists" | "fields" | "right_types";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "any_of";
            /** Values */
            values: string[];
        };
        /**
         * ApplicationState
         * @description Where an application stands in the provider's pipeline; the table of moves is in `states.py`.
         * @enum {string}
         */
        ApplicationState: "new_match" | "screening" | "due_diligence" | "committee" | "committed" | "passed" | "withdrawn";
        /**
         * AppliedPayment
         * @description Money that settled a part of an invoice; what was over is the payer's credit.
         */
        AppliedPayment: {
            /** Amount Minor */
            amount_minor: number;
            /** Applied Minor */
            applied_minor: number;
            /** Method */
            method: string;
            /**
             * Received On
             * Format: date
             */
            received_on: string;
            /**
             * Source Id
             * Format: uuid
             */
            source_id: string;
        };
        /**
         * ApprovalView
         * @description A right holder's own yes or no to a split.
         */
        ApprovalView: {
            /** Amount Minor */
            amount_minor: number;
            /** At */
            at: string | null;
            /** By Name */
            by_name: string | null;
            /** Name */
            name: string;
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: string;
            /** Reason */
            reason: string;
            /** Share Bps */
            share_bps: number;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "approved" | "objected";
        };
        /**
         * Arrangement
         * @description Who prepares the payouts of a right holder; its own head approves them either way.
         */
        Arrangement: {
            /**
             * Run By
             * @enum {string}
             */
            run_by: "university" | "platform";
        };
        /**
         * AtEffect
         * @description Fees are due from the day the contract takes effect: an ordinary licence.
         */
        AtEffect: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "effect";
        };
        /**
         * AtFirstIncome
         * @description Fees are due once the licensee earns its first income from the technology.
         */
        AtFirstIncome: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "first_income";
        };
        /**
         * AtMilestone
         * @description Fees are due once a milestone of the sheet has been reached.
         */
        AtMilestone: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "milestone";
            /** Milestone */
            milestone: string;
        };
        /**
         * AtMostShare
         * @description The number is at most this share, in basis points, of another number of the same unit.
         */
        AtMostShare: {
            /** Bps */
            bps: number;
            /**
             * Field
             * @enum {string}
             */
            field: "amount_minor" | "own_funds_minor" | "firm_age_months" | "staff" | "graduate_share_bps" | "sales_minor" | "assets_minor" | "rd_share_bps" | "orders_minor" | "innovation_points" | "guaranteed_balance_minor" | "bank_debt_minor" | "trl" | "full_time_team" | "team_share_bps" | "milestones" | "trial_customers" | "licence_months_left" | "patents_in_force" | "appraised_value_minor";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "at_most_share";
            /**
             * Of
             * @enum {string}
             */
            of: "amount_minor" | "own_funds_minor" | "firm_age_months" | "staff" | "graduate_share_bps" | "sales_minor" | "assets_minor" | "rd_share_bps" | "orders_minor" | "innovation_points" | "guaranteed_balance_minor" | "bank_debt_minor" | "trl" | "full_time_team" | "team_share_bps" | "milestones" | "trial_customers" | "licence_months_left" | "patents_in_force" | "appraised_value_minor";
        };
        /**
         * BankDetails
         * @description Where to send a bank transfer, and the reference that must be written on it.
         */
        BankDetails: {
            /** Account Name */
            account_name: string;
            /** Account No */
            account_no: string;
            /** Bank Name */
            bank_name: string;
            /** Reference */
            reference: string;
        };
        /**
         * BankLineDetail
         * @description A receipt with everything that happened to it.
         */
        BankLineDetail: {
            /** Account No */
            account_no: string;
            /** Age Days */
            age_days: number;
            /** Amount Minor */
            amount_minor: number;
            /**
             * Booked On
             * Format: date
             */
            booked_on: string;
            /**
             * Direction
             * @enum {string}
             */
            direction: "in" | "out";
            /** History */
            history: components["schemas"]["LineEvent"][];
            /** How */
            how: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Left Minor */
            left_minor: number;
            /** Matches */
            matches: components["schemas"]["BankMatchView"][];
            /** Memo */
            memo: string;
            /** Owner Name */
            owner_name: string | null;
            /** Payer Account */
            payer_account: string;
            /** Payer Name */
            payer_name: string;
            /** Returns */
            returns: components["schemas"]["ReturnView"][];
            state: components["schemas"]["LineState"];
            /**
             * Statement Id
             * Format: uuid
             */
            statement_id: string;
            /** Suggestions */
            suggestions: components["schemas"]["Suggestion"][];
        };
        /**
         * BankLineView
         * @description Money that a bank statement shows as received or sent; `left_minor` is what nobody has placed.
         */
        BankLineView: {
            /** Account No */
            account_no: string;
            /** Age Days */
            age_days: number;
            /** Amount Minor */
            amount_minor: number;
            /**
             * Booked On
             * Format: date
             */
            booked_on: string;
            /**
             * Direction
             * @enum {string}
             */
            direction: "in" | "out";
            /** How */
            how: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Left Minor */
            left_minor: number;
            /** Matches */
            matches: components["schemas"]["BankMatchView"][];
            /** Memo */
            memo: string;
            /** Owner Name */
            owner_name: string | null;
            /** Payer Account */
            payer_account: string;
            /** Payer Name */
            payer_name: string;
            state: components["schemas"]["LineState"];
            /**
             * Statement Id
             * Format: uuid
             */
            statement_id: string;
            /** Suggestions */
            suggestions: components["schemas"]["Suggestion"][];
        };
        /**
         * BankMatchView
         * @description A part of a receipt that pays an invoice.
         */
        BankMatchView: {
            /** Amount Minor */
            amount_minor: number;
            /** Asked By */
            asked_by: string | null;
            /** Firm Name */
            firm_name: string;
            /** How */
            how: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Invoice Id
             * Format: uuid
             */
            invoice_id: string;
            /** Invoice Number */
            invoice_number: string;
            /** Mine */
            mine: boolean;
            /** Reason */
            reason: string;
            state: components["schemas"]["MatchState"];
            /**
             * State Since
             * Format: date-time
             */
            state_since: string;
        };
        /**
         * BatchBrief
         * @description A batch without its lines; `may_approve`: it waits for the reader.
         */
        BatchBrief: {
            /** Amount Minor */
            amount_minor: number;
            /** Approved By Name */
            approved_by_name: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Lines */
            lines: number;
            /** May Approve */
            may_approve: boolean;
            /** Number */
            number: string;
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: string;
            /** Organization Name */
            organization_name: string;
            /** Requested By Name */
            requested_by_name: string;
            /**
             * Run By
             * @enum {string}
             */
            run_by: "university" | "platform";
            state: components["schemas"]["BatchState"];
            /**
             * State Since
             * Format: date-time
             */
            state_since: string;
        };
        /**
         * BatchState
         * @description Where a payout batch stands; the table of moves is in `states.py`.
         * @enum {string}
         */
        BatchState: "requested" | "held" | "done" | "withdrawn";
        /**
         * BatchView
         * @description A batch with its lines, the bank's answers and the steps open to the reader.
         */
        BatchView: {
            /** Amount Minor */
            amount_minor: number;
            /** Approved By Name */
            approved_by_name: string | null;
            /** From Account */
            from_account: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Lines */
            lines: number;
            /** May Approve */
            may_approve: boolean;
            /** Moves */
            moves: ("approve" | "withdraw" | "file" | "record")[];
            /** Number */
            number: string;
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: string;
            /** Organization Name */
            organization_name: string;
            /** Payouts */
            payouts: components["schemas"]["PayoutView"][];
            /** Requested By Name */
            requested_by_name: string;
            /** Result Files */
            result_files: components["schemas"]["ResultFileView"][];
            /**
             * Run By
             * @enum {string}
             */
            run_by: "university" | "platform";
            state: components["schemas"]["BatchState"];
            /**
             * State Since
             * Format: date-time
             */
            state_since: string;
        };
        /**
         * Because
         * @description Why somebody takes a step; the other side reads it.
         */
        Because: {
            /** Reason */
            reason: string;
        };
        /**
         * Between
         * @description The number lies between the bounds, both included, in the unit of the field.
         */
        Between: {
            /**
             * Field
             * @enum {string}
             */
            field: "amount_minor" | "own_funds_minor" | "firm_age_months" | "staff" | "graduate_share_bps" | "sales_minor" | "assets_minor" | "rd_share_bps" | "orders_minor" | "innovation_points" | "guaranteed_balance_minor" | "bank_debt_minor" | "trl" | "full_time_team" | "team_share_bps" | "milestones" | "trial_customers" | "licence_months_left" | "patents_in_force" | "appraised_value_minor";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "between";
            /** Max */
            max?: number | null;
            /** Min */
            min?: number | null;
        };
        /** Body_add_data_file */
        Body_add_data_file: {
            /** File */
            file: string;
        };
        /** Body_attach_policy */
        Body_attach_policy: {
            /** File */
            file: string;
        };
        /** Body_hand_in_contract_file */
        Body_hand_in_contract_file: {
            /** File */
            file: string;
        };
        /** Body_import_bank_statement */
        Body_import_bank_statement: {
            /** File */
            file: string;
        };
        /** Body_import_payout_results */
        Body_import_payout_results: {
            /** File */
            file: string;
        };
        /** Body_issue_tax_invoice */
        Body_issue_tax_invoice: {
            /** File */
            file: string;
            /**
             * Issued On
             * Format: date
             */
            issued_on: string;
            /**
             * Number
             * @description 20 digits; 8 on the older ones
             */
            number: string;
        };
        /** Body_read_import */
        Body_read_import: {
            /** File */
            file: string;
        };
        /** Body_upload_contract_scan */
        Body_upload_contract_scan: {
            /** File */
            file: string;
        };
        /** Body_verify_contract_file */
        Body_verify_contract_file: {
            /** File */
            file: string;
        };
        /**
         * BuyoutNotice
         * @description The licensee buys the technology at the price of the terms.
         */
        BuyoutNotice: {
            /**
             * Text
             * @default
             */
            text?: string;
        };
        /**
         * CalendarItem
         * @description A deadline in the reader's language. `days_left` is negative when it has passed; `mine`: her side has to act.
         */
        CalendarItem: {
            /** Amount Minor */
            amount_minor: number | null;
            /** Days Left */
            days_left: number;
            /** Kind */
            kind: string;
            /** Link */
            link: string;
            /** Mine */
            mine: boolean;
            /** Number */
            number: string;
            /**
             * On
             * Format: date
             */
            on: string;
            /** Otherwise */
            otherwise: string;
            /** Responsible Name */
            responsible_name: string;
            /**
             * Since
             * Format: date
             */
            since: string;
            /** Subject */
            subject: string;
            /**
             * Subject Id
             * Format: uuid
             */
            subject_id: string;
            /** Title */
            title: string;
            /** What */
            what: string;
        };
        /**
         * CalendarView
         * @description The reader's deadlines up to a day. `subscribed`: a feed address is in use; `digest`: she is written to in the morning.
         */
        CalendarView: {
            /** Digest */
            digest: boolean;
            /** Items */
            items: components["schemas"]["CalendarItem"][];
            /** Subscribed */
            subscribed: boolean;
            /**
             * Today
             * Format: date
             */
            today: string;
            /**
             * Until
             * Format: date
             */
            until: string;
        };
        /**
         * CaseBrief
         * @description A line of the list of defaults.
         */
        CaseBrief: {
            /**
             * Contract Id
             * Format: uuid
             */
            contract_id: string;
            /** Contract Number */
            contract_number: string;
            /** Cure Until On */
            cure_until_on: string | null;
            /** Days Late */
            days_late: number;
            /** Demanded On */
            demanded_on: string | null;
            /** Ended On */
            ended_on: string | null;
            /**
             * Firm Id
             * Format: uuid
             */
            firm_id: string;
            /** Firm Name */
            firm_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            next: components["schemas"]["NextStep"];
            /** Number */
            number: string;
            /** Open Minor */
            open_minor: number;
            /**
             * Opened On
             * Format: date
             */
            opened_on: string;
            /** Owner Name */
            owner_name: string;
            state: components["schemas"]["CaseState"];
            /**
             * State Since
             * Format: date-time
             */
            state_since: string;
            /** Title */
            title: string;
            /**
             * University Id
             * Format: uuid
             */
            university_id: string;
            /** University Name */
            university_name: string;
        };
        /**
         * CaseState
         * @description Where a default stands; the table of moves is in `states.py`.
         * @enum {string}
         */
        CaseState: "reminded" | "demanded" | "curing" | "rescission_open" | "rescinded" | "cured" | "withdrawn";
        /**
         * CaseView
         * @description A whole default: sums, dates, documents, covers and claims, the credit record, what happened and what comes next.
         */
        CaseView: {
            /** Claims */
            claims: components["schemas"]["ClaimView"][];
            /**
             * Contract Id
             * Format: uuid
             */
            contract_id: string;
            /** Contract Number */
            contract_number: string;
            /** Covers */
            covers: components["schemas"]["CoverView"][];
            /** Cure Days */
            cure_days: number | null;
            /** Cure Until On */
            cure_until_on: string | null;
            /** Days Late */
            days_late: number;
            /** Delivered How */
            delivered_how: string;
            /** Delivered On */
            delivered_on: string | null;
            /** Demand File Id */
            demand_file_id: string | null;
            /** Demanded On */
            demanded_on: string | null;
            /** End Reason */
            end_reason: string;
            /** Ended On */
            ended_on: string | null;
            /**
             * Firm Id
             * Format: uuid
             */
            firm_id: string;
            /** Firm Name */
            firm_name: string;
            /** Grace Until On */
            grace_until_on: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Interest Minor */
            interest_minor: number;
            /** Late Bps Per Day */
            late_bps_per_day: number;
            /** Moves */
            moves: string[];
            next: components["schemas"]["NextStep"];
            /** Number */
            number: string;
            /** Open Minor */
            open_minor: number;
            /**
             * Opened On
             * Format: date
             */
            opened_on: string;
            /** Owner Name */
            owner_name: string;
            record: components["schemas"]["RecordView"] | null;
            /** Refused */
            refused: components["schemas"]["RefusedMove"][];
            /** Rescinded On */
            rescinded_on: string | null;
            /** Shortest Cure Days */
            shortest_cure_days: number;
            state: components["schemas"]["CaseState"];
            /**
             * State Since
             * Format: date-time
             */
            state_since: string;
            /** Sums */
            sums: components["schemas"]["LateSum"][];
            /** Timeline */
            timeline: components["schemas"]["TimelineLine"][];
            /** Title */
            title: string;
            /**
             * University Id
             * Format: uuid
             */
            university_id: string;
            /** University Name */
            university_name: string;
            /** Version */
            version: number;
        };
        /**
         * CaseWithdrawal
         * @description Why the licensor lets the case rest, and until when; if the sums are still unpaid then, a new case opens.
         */
        CaseWithdrawal: {
            /**
             * Grace Until On
             * Format: date
             */
            grace_until_on: string;
            /** Reason */
            reason: string;
        };
        /**
         * Caution
         * @description One remark about a sheet: a code, the field it concerns and both sentences.
         */
        Caution: {
            /** Code */
            code: string;
            /** En */
            en: string;
            /** Field */
            field: string;
            /** Zh */
            zh: string;
        };
        /**
         * CellError
         * @description One wrong cell: the column's key, a stable code and the sentence.
         */
        CellError: {
            /** Code */
            code: string;
            /** Column */
            column: string;
            /** Message */
            message: string;
        };
        /**
         * CertificateKind
         * @description Dated statuses that rules refer to.
         * @enum {string}
         */
        CertificateKind: "tech_sme" | "high_tech" | "specialized";
        /**
         * CertificateView
         * @description A certificate as members of the firm see it.
         */
        CertificateView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Issued On
             * Format: date
             */
            issued_on: string;
            kind: components["schemas"]["CertificateKind"];
            /** Number */
            number: string;
            /** Revoked On */
            revoked_on: string | null;
            /** Source */
            source: string;
            /** Status */
            status: string;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /**
             * Valid To
             * Format: date
             */
            valid_to: string;
        };
        /**
         * Change
         * @description One fact that would have to be different. For `wait`, `on` is the first day on which it is.
         */
        Change: {
            document: components["schemas"]["Text-Output"];
            /** Field */
            field: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "set" | "raise" | "lower" | "state" | "add" | "remove" | "renew" | "wait";
            /** On */
            on?: string | null;
            text: components["schemas"]["Text-Output"];
            /** Value */
            value: boolean | number | string | string[];
            /**
             * Who
             * @enum {string}
             */
            who: "applicant" | "time" | "provider" | "nobody";
        };
        /**
         * ChoiceView
         * @description One word of a closed list.
         */
        ChoiceView: {
            label: components["schemas"]["Text-Output"];
            /** Value */
            value: string;
        };
        /**
         * ClaimPayment
         * @description The receipt on the university's account with which the insurer or guarantor paid.
         */
        ClaimPayment: {
            /**
             * Line Id
             * Format: uuid
             */
            line_id: string;
        };
        /**
         * ClaimState
         * @description Where a claim on a cover stands.
         * @enum {string}
         */
        ClaimState: "filed" | "accepted" | "refused" | "paid" | "dropped";
        /**
         * ClaimView
         * @description A claim on a cover. `reference` is what the provider writes on its transfer to the university.
         */
        ClaimView: {
            /**
             * Answer By On
             * Format: date
             */
            answer_by_on: string;
            /** Asked Minor */
            asked_minor: number;
            /** Bank Account */
            bank_account: string;
            /** Bank Name */
            bank_name: string;
            /**
             * Case Id
             * Format: uuid
             */
            case_id: string;
            /** Case Number */
            case_number: string;
            /** Contract Number */
            contract_number: string;
            /**
             * Cover Id
             * Format: uuid
             */
            cover_id: string;
            /**
             * Filed On
             * Format: date
             */
            filed_on: string;
            /**
             * Firm Id
             * Format: uuid
             */
            firm_id: string;
            /** Firm Name */
            firm_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Moves */
            moves: string[];
            /** Overdue Minor */
            overdue_minor: number;
            /** Paid Minor */
            paid_minor: number;
            /** Paid On */
            paid_on: string | null;
            /** Pay By On */
            pay_by_on: string | null;
            /** Policy Number */
            policy_number: string;
            /**
             * Provider Id
             * Format: uuid
             */
            provider_id: string;
            /** Provider Name */
            provider_name: string;
            /** Reference */
            reference: string;
            /** Refused Reason */
            refused_reason: string;
            /** Repaid Minor */
            repaid_minor: number;
            state: components["schemas"]["ClaimState"];
            /** Title */
            title: string;
            /**
             * University Id
             * Format: uuid
             */
            university_id: string;
            /** University Name */
            university_name: string;
        };
        /**
         * ClauseFinding
         * @description A sentence that the law voids, or one to think twice about: the words found, why, the article, what to write instead.
         */
        ClauseFinding: {
            /** Article */
            article: string;
            /** Code */
            code: string;
            /** Instead */
            instead: string;
            /** Pointer */
            pointer: string;
            /**
             * Severity
             * @enum {string}
             */
            severity: "void" | "caution";
            /** Why */
            why: string;
            /** Words */
            words: string;
        };
        /**
         * ClausesToCheck
         * @description Clauses somebody thinks of.
         */
        ClausesToCheck: {
            /** Clauses */
            clauses: string[];
        };
        /**
         * ClockView
         * @description The demo's calendar: its date, and by how many days it runs ahead.
         */
        ClockView: {
            /** Shifted Days */
            shifted_days: number;
            /**
             * Today
             * Format: date
             */
            today: string;
        };
        /**
         * CloseNeed
         * @description Why a need ends: how it was solved, or why it was given up.
         */
        CloseNeed: {
            /** Outcome */
            outcome: string;
        };
        /**
         * Closing
         * @description Why a side closes the conversation; may stay empty.
         */
        Closing: {
            /**
             * Reason
             * @default
             */
            reason?: string;
        };
        /**
         * ColleagueView
         * @description Somebody of the provider who may own a deal.
         */
        ColleagueView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * CommissionTerms
         * @description What a technology manager gets and from whom: a share in bps of the money received, or a fixed sum in fen.
         */
        CommissionTerms: {
            /** Amount Minor */
            amount_minor?: number | null;
            /** Cap Minor */
            cap_minor?: number | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "share" | "fixed";
            /**
             * Payer
             * @enum {string}
             */
            payer: "firm" | "university";
            /** Rate Bps */
            rate_bps?: number | null;
        };
        /**
         * CommissionView
         * @description A commission with its hash and who has accepted it; `moves` are the steps open to the reader.
         */
        CommissionView: {
            /**
             * Deal Id
             * Format: uuid
             */
            deal_id: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Manager Accepted At */
            manager_accepted_at: string | null;
            /**
             * Manager Id
             * Format: uuid
             */
            manager_id: string;
            /** Manager Name */
            manager_name: string;
            /** Manager Organization */
            manager_organization: string;
            /**
             * Manager Organization Id
             * Format: uuid
             */
            manager_organization_id: string;
            /** Message */
            message: string;
            /** Moves */
            moves: ("accept_commission" | "end_commission" | "record_contribution")[];
            /** Payer Accepted At */
            payer_accepted_at: string | null;
            /**
             * Proposed At
             * Format: date-time
             */
            proposed_at: string;
            /**
             * Proposed Side
             * @enum {string}
             */
            proposed_side: "firm" | "university";
            /** Reason */
            reason: string;
            /**
             * State
             * @enum {string}
             */
            state: "proposed" | "agreed" | "refused" | "ended";
            terms: components["schemas"]["CommissionTerms"];
            /** Terms Hash */
            terms_hash: string;
        };
        /**
         * ComparedAccount
         * @description An account that is compared: where it stands at the end of its last day, and what is open.
         */
        ComparedAccount: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Key */
            key: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "bank" | "clearing";
            /** Name */
            name: string;
            /** Open Count */
            open_count: number;
            /** Open Minor */
            open_minor: number;
            /** Ours Minor */
            ours_minor: number;
            /**
             * Ran At
             * Format: date-time
             */
            ran_at: string;
            /** Theirs Minor */
            theirs_minor: number;
        };
        /**
         * Comparison
         * @description The ways for one sales plan; no `outright` among them when there is neither an outright nor a buy-out price.
         */
        Comparison: {
            /** Discount Bps */
            discount_bps: number;
            /**
             * Effective On
             * Format: date
             */
            effective_on: string;
            /** Sales Minor */
            sales_minor: number[];
            /** Ways */
            ways: components["schemas"]["Way"][];
        };
        /**
         * Condition
         * @description One condition: its verdict, the value seen, the source, and the one thing that would change it.
         */
        Condition: {
            /** Code */
            code: string;
            remedy?: components["schemas"]["Text-Output"] | null;
            saw: components["schemas"]["Text-Output"];
            /** Source */
            source: string;
            title: components["schemas"]["Text-Output"];
            verdict: components["schemas"]["Verdict"];
        };
        /**
         * ContractBrief
         * @description One row of a list. `my_turn`: the reader's side has yet to sign.
         */
        ContractBrief: {
            /**
             * Deal Id
             * Format: uuid
             */
            deal_id: string;
            /** Effective On */
            effective_on: string | null;
            /** Ends On */
            ends_on: string | null;
            /**
             * Firm Id
             * Format: uuid
             */
            firm_id: string;
            /** Firm Name */
            firm_name: string;
            /** Free Until On */
            free_until_on: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Demo */
            is_demo: boolean;
            /**
             * Listing Id
             * Format: uuid
             */
            listing_id: string;
            /** My Turn */
            my_turn: boolean;
            /** Number */
            number: string;
            /** Project Name */
            project_name: string;
            state: components["schemas"]["ContractState"];
            /**
             * State Since
             * Format: date-time
             */
            state_since: string;
            /**
             * University Id
             * Format: uuid
             */
            university_id: string;
            /** University Name */
            university_name: string;
            /** Version */
            version: number;
        };
        /**
         * ContractFacts
         * @description Everything dated that the schedule depends on; None is not yet. `ended_on` is a return or a termination.
         *
         *     `earlier` are the terms that amendments replaced, oldest first.
         *     `rights_end_on` is the first day on which no licensed patent is in force any more; None when a right has no end.
         *     `invalidated_on` is the day from which the last licensed right is void: what had come into being by then stays,
         *     nothing comes into being from then on (专利法 §47). `converted_on` is the day on which the licensor took equity in
         *     place of later fees; it counts only where the sheet has a conversion clause and within its months.
         */
        ContractFacts: {
            /** Bought Out On */
            bought_out_on?: string | null;
            /** Converted On */
            converted_on?: string | null;
            /**
             * Earlier
             * @default []
             */
            earlier?: components["schemas"]["PastTerms"][];
            /** Effective On */
            effective_on?: string | null;
            /** Ended On */
            ended_on?: string | null;
            /** First Income On */
            first_income_on?: string | null;
            /** Invalidated On */
            invalidated_on?: string | null;
            /**
             * Milestones
             * @default []
             */
            milestones?: components["schemas"]["MilestoneReached"][];
            /** Rights End On */
            rights_end_on?: string | null;
            /**
             * Statements
             * @default []
             */
            statements?: components["schemas"]["IncomeStatement"][];
        };
        /**
         * ContractFile
         * @description A file handed in for a contract; it is the sender's alone until it is attached to something.
         */
        ContractFile: {
            /**
             * File Id
             * Format: uuid
             */
            file_id: string;
            /** Name */
            name: string;
            /** Sha256 */
            sha256: string;
            /** Size */
            size: number;
        };
        /**
         * ContractState
         * @description Where a contract stands; the table of moves is in `states.py`.
         * @enum {string}
         */
        ContractState: "drafted" | "signing" | "in_use_free" | "paying" | "completed" | "returned" | "terminated" | "converted" | "invalidated" | "rescinded";
        /**
         * ContractVerification
         * @description What a file handed in by anybody proves. `number` is empty unless it is a complete contract of this platform.
         */
        ContractVerification: {
            /** Explanation */
            explanation: string;
            /** Number */
            number: string;
            /** Reason */
            reason: string;
            /** Sha256 */
            sha256: string;
            /** Signatures */
            signatures: components["schemas"]["SignatureView"][];
            /** Valid */
            valid: boolean;
        };
        /**
         * ContractView
         * @description A whole contract as its parties see it. `moves` are the steps open to the reader now, `refused` those that are not.
         */
        ContractView: {
            /** Content Sha256 */
            content_sha256: string;
            /**
             * Deal Id
             * Format: uuid
             */
            deal_id: string;
            /** Declaration */
            declaration: string;
            /** Documents */
            documents: components["schemas"]["DocumentView"][];
            /** Effective On */
            effective_on: string | null;
            /** Ended On */
            ended_on: string | null;
            /** Ends On */
            ends_on: string | null;
            /**
             * Firm Id
             * Format: uuid
             */
            firm_id: string;
            /** Firm Name */
            firm_name: string;
            /** First Income On */
            first_income_on: string | null;
            /** Free Until On */
            free_until_on: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Demo */
            is_demo: boolean;
            life: components["schemas"]["AfterSignature"] | null;
            /**
             * Listing Id
             * Format: uuid
             */
            listing_id: string;
            /** Moves */
            moves: string[];
            /** My Turn */
            my_turn: boolean;
            /** Number */
            number: string;
            /** Obligations */
            obligations: components["schemas"]["marketplace__contracts__schemas__ObligationView"][];
            /** Parties */
            parties: components["schemas"]["PartyView"][];
            /** Project Name */
            project_name: string;
            /** Record By On */
            record_by_on: string | null;
            /** Refused */
            refused: components["schemas"]["RefusedMove"][];
            /** Scans */
            scans: components["schemas"]["ScanView"][];
            /** Special Clauses */
            special_clauses: string[];
            state: components["schemas"]["ContractState"];
            /**
             * State Since
             * Format: date-time
             */
            state_since: string;
            terms: components["schemas"]["TermSheet"];
            /** Terms Hash */
            terms_hash: string;
            /** Terms Text */
            terms_text: string[];
            /** Timeline */
            timeline: components["schemas"]["TimelineEntry"][];
            /**
             * University Id
             * Format: uuid
             */
            university_id: string;
            /** University Name */
            university_name: string;
            /** Version */
            version: number;
        };
        /**
         * ContributionView
         * @description A stored contribution; `at` is when it was written down.
         */
        ContributionView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Author Name */
            author_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "introduction" | "visit" | "negotiation" | "drafting" | "trial" | "other";
            /** Text */
            text: string;
            /**
             * Worked On
             * Format: date
             */
            worked_on: string;
        };
        /**
         * Conversion
         * @description The licensor may take equity in place of the fees that have not come into being, once, in the manner of 先投后股.
         *
         *     Possible in the first `until_months` of the licence; the share never exceeds `max_share_bps`.
         */
        Conversion: {
            /** Max Share Bps */
            max_share_bps: number;
            /** Until Months */
            until_months: number;
            /** Valuation */
            valuation: components["schemas"]["PreMoney"] | components["schemas"]["NextRound"];
        };
        /**
         * ConversionRecord
         * @description Equity in place of later fees from the day both confirm: valuation day, valuation before it (fen), share (bps).
         */
        ConversionRecord: {
            /** File Ids */
            file_ids: string[];
            /** Pre Money Minor */
            pre_money_minor: number;
            /** Share Bps */
            share_bps: number;
            /**
             * Text
             * @default
             */
            text?: string;
            /**
             * Valuation On
             * Format: date
             */
            valuation_on: string;
        };
        /**
         * CorrectedStatement
         * @description A statement that replaces the one filed for the same period, and why.
         */
        CorrectedStatement: {
            /**
             * Base Minor
             * @default 0
             */
            base_minor?: number;
            /** Correction */
            correction: string;
            /** File Ids */
            file_ids?: string[];
            /**
             * From On
             * Format: date
             */
            from_on: string;
            /**
             * To On
             * Format: date
             */
            to_on: string;
            /**
             * Units
             * @default 0
             */
            units?: number;
        };
        /**
         * Cost
         * @description What a sheet costs a licensee for a sales plan, in fen; `worst_case_minor` if nothing is sold at all.
         */
        Cost: {
            /** By Year Minor */
            by_year_minor: number[];
            /** Total Minor */
            total_minor: number;
            /** Worst Case Minor */
            worst_case_minor: number;
        };
        /**
         * CostState
         * @description Where an agreed cost stands.
         * @enum {string}
         */
        CostState: "proposed" | "agreed" | "withdrawn";
        /**
         * CostView
         * @description A cost of a contract, who wrote it down and agreed to it, and how much of it was taken out of income so far.
         */
        CostView: {
            /** Agreed By Name */
            agreed_by_name: string | null;
            /**
             * Agreed On
             * Format: date
             */
            agreed_on: string;
            /** Amount Minor */
            amount_minor: number;
            /**
             * Contract Id
             * Format: uuid
             */
            contract_id: string;
            /** Contract Number */
            contract_number: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "patent" | "valuation" | "legal" | "brokerage" | "tax" | "trial" | "other";
            /** Moves */
            moves: ("agree" | "withdraw")[];
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: string;
            /** Organization Name */
            organization_name: string;
            /** Recorded By Name */
            recorded_by_name: string;
            /** Source */
            source: string;
            state: components["schemas"]["CostState"];
            /** Taken Minor */
            taken_minor: number;
            /** Title */
            title: string;
        };
        /**
         * CoverState
         * @description Whether the insurer or guarantor stands by a cover.
         * @enum {string}
         */
        CoverState: "proposed" | "confirmed" | "declined";
        /**
         * CoverView
         * @description A cover with its provider; `claimable_on` is the first day of a claim in the case asked about.
         */
        CoverView: {
            /** Cap Minor */
            cap_minor: number;
            /** Claimable On */
            claimable_on: string | null;
            /**
             * Contract Id
             * Format: uuid
             */
            contract_id: string;
            /** Contract Number */
            contract_number: string;
            /** Declined Reason */
            declined_reason: string;
            /** File Id */
            file_id: string | null;
            /**
             * Firm Id
             * Format: uuid
             */
            firm_id: string;
            /** Firm Name */
            firm_name: string;
            /**
             * From On
             * Format: date
             */
            from_on: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "insurance" | "guarantee";
            /** Moves */
            moves: string[];
            /** Percent Bps */
            percent_bps: number;
            /** Policy Number */
            policy_number: string;
            /**
             * Provider Id
             * Format: uuid
             */
            provider_id: string;
            /** Provider Name */
            provider_name: string;
            state: components["schemas"]["CoverState"];
            /** Title */
            title: string;
            /** University Name */
            university_name: string;
            /**
             * Until On
             * Format: date
             */
            until_on: string;
            /** Waiting Days */
            waiting_days: number;
        };
        /**
         * CreditView
         * @description What a payer has paid a university beyond its invoices and not used yet.
         */
        CreditView: {
            /** Credit Minor */
            credit_minor: number;
            /**
             * Firm Id
             * Format: uuid
             */
            firm_id: string;
            /** Firm Name */
            firm_name: string;
            /**
             * University Id
             * Format: uuid
             */
            university_id: string;
            /** University Name */
            university_name: string;
        };
        /**
         * DataFileView
         * @description A file of the room. `viewable`: there is a reader's copy to look at; others are downloads only.
         */
        DataFileView: {
            /**
             * Added At
             * Format: date-time
             */
            added_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "pdf" | "image" | "office";
            /** Media Type */
            media_type: string;
            /** Name */
            name: string;
            /** Sha256 */
            sha256: string;
            /** Size */
            size: number;
            /** Viewable */
            viewable: boolean;
        };
        /**
         * DayView
         * @description An account at the end of a day.
         */
        DayView: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Ours Minor */
            ours_minor: number;
            /** Theirs Minor */
            theirs_minor: number;
        };
        /**
         * Deadline
         * @description A coming day of an object of the reader's side; `amount_minor` in fen where money moves.
         */
        Deadline: {
            /** Amount Minor */
            amount_minor?: number | null;
            kind: components["schemas"]["DeadlineKind"];
            /** Link */
            link: string;
            /**
             * On
             * Format: date
             */
            on: string;
            /** Title */
            title: string;
        };
        /**
         * DeadlineKind
         * @description What happens on a coming day without anybody having to act now.
         * @enum {string}
         */
        DeadlineKind: "notice_ends" | "free_use_ends" | "sum_due" | "payment_expected" | "licence_ends";
        /**
         * DealBrief
         * @description One row of a list. `my_turn`: the reader's side has to act; `overdue`: the reply clock has run out.
         */
        DealBrief: {
            /** Accepted */
            accepted: boolean;
            /** Answer Due On */
            answer_due_on: string | null;
            /**
             * Firm Id
             * Format: uuid
             */
            firm_id: string;
            /** Firm Name */
            firm_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Demo */
            is_demo: boolean;
            /**
             * Listing Id
             * Format: uuid
             */
            listing_id: string;
            /** Listing Number */
            listing_number: string;
            /** Listing Title */
            listing_title: string;
            /** My Turn */
            my_turn: boolean;
            /** Number */
            number: string;
            /** Offered */
            offered: boolean;
            /** Overdue */
            overdue: boolean;
            /** Priority */
            priority: boolean;
            /** Queued Until */
            queued_until: string | null;
            /** Reply Due On */
            reply_due_on: string | null;
            state: components["schemas"]["DealState"];
            /**
             * State Since
             * Format: date-time
             */
            state_since: string;
            /** Submitted At */
            submitted_at: string | null;
            /**
             * University Id
             * Format: uuid
             */
            university_id: string;
            /** University Name */
            university_name: string;
            /** Version */
            version: number;
        };
        /**
         * DealPatch
         * @description What the wizard saves as it goes; a missing field stays as it is. Sales are fen a year, first year first.
         */
        DealPatch: {
            /** Contact Name */
            contact_name?: string | null;
            /** Contact Phone */
            contact_phone?: string | null;
            /** Message */
            message?: string | null;
            /** Product */
            product?: string | null;
            /** Purpose */
            purpose?: string | null;
            /** Sales Plan Minor */
            sales_plan_minor?: number[] | null;
        };
        /**
         * DealState
         * @description Where an application stands; the table of moves is in `states.py`.
         * @enum {string}
         */
        DealState: "draft" | "queued" | "submitted" | "answering" | "price_notice" | "objection" | "terms_agreed" | "contracted" | "declined" | "withdrawn";
        /**
         * DealStep
         * @description One step in the life of an application.
         */
        DealStep: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            from_state: components["schemas"]["DealState"] | null;
            /** Move */
            move: string;
            /** Reason */
            reason: string | null;
            to_state: components["schemas"]["DealState"];
        };
        /**
         * DealView
         * @description A whole application as either side sees it. `moves` are the steps open to the reader now, `refused` those that are not.
         */
        DealView: {
            /** Accepted */
            accepted: boolean;
            /** Answer Due On */
            answer_due_on: string | null;
            commission: components["schemas"]["CommissionView"] | null;
            comparison: components["schemas"]["Comparison"] | null;
            /** Contact Name */
            contact_name: string;
            /** Contact Phone */
            contact_phone: string;
            /** Contract Id */
            contract_id: string | null;
            /** Contributions */
            contributions: components["schemas"]["ContributionView"][];
            eligibility: components["schemas"]["EligibilityDecision"] | null;
            /**
             * Firm Id
             * Format: uuid
             */
            firm_id: string;
            /** Firm Name */
            firm_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Demo */
            is_demo: boolean;
            /**
             * Listing Id
             * Format: uuid
             */
            listing_id: string;
            /** Listing Number */
            listing_number: string;
            /** Listing Title */
            listing_title: string;
            /** Message */
            message: string;
            /** Messages */
            messages: components["schemas"]["MessageView"][];
            /** Moves */
            moves: string[];
            /** My Turn */
            my_turn: boolean;
            /** Negotiated */
            negotiated: boolean;
            notice: components["schemas"]["PriceNotice"] | null;
            /** Number */
            number: string;
            /** Offered */
            offered: boolean;
            /** Offers */
            offers: components["schemas"]["OfferView"][];
            /** Overdue */
            overdue: boolean;
            /** Priority */
            priority: boolean;
            /** Product */
            product: string;
            /** Purpose */
            purpose: string;
            queue: components["schemas"]["QueuePlace"] | null;
            /** Queued Until */
            queued_until: string | null;
            /** Refused */
            refused: components["schemas"]["RefusedMove"][];
            /** Reply Due On */
            reply_due_on: string | null;
            /** Sales Plan Minor */
            sales_plan_minor: number[];
            simulation: components["schemas"]["Simulation"] | null;
            state: components["schemas"]["DealState"];
            /**
             * State Since
             * Format: date-time
             */
            state_since: string;
            /** Steps */
            steps: components["schemas"]["DealStep"][];
            /** Submitted At */
            submitted_at: string | null;
            /** Table Hash */
            table_hash: string | null;
            terms: components["schemas"]["TermSheet"] | null;
            /** Terms Hash */
            terms_hash: string | null;
            /** Terms Text */
            terms_text: string[];
            /**
             * University Id
             * Format: uuid
             */
            university_id: string;
            /** University Name */
            university_name: string;
            /** Version */
            version: number;
        };
        /**
         * DeclaredFact
         * @description Something only the firm can tell; `valid_to` is the last day it holds, for certificates their end.
         */
        DeclaredFact: {
            /** Field */
            field: string;
            /** Valid To */
            valid_to?: string | null;
            /** Value */
            value: boolean | number | string | string[];
        };
        /**
         * DeliveryRecord
         * @description When and how the demand reached the firm, and what proves it (a tracking number, a receipt).
         */
        DeliveryRecord: {
            /**
             * Delivered On
             * Format: date
             */
            delivered_on: string;
            /**
             * How
             * @enum {string}
             */
            how: "courier" | "email" | "in_person";
            /** Proof */
            proof: string;
        };
        /**
         * DemoAccount
         * @description An account of the demo that the sign-in page offers.
         */
        DemoAccount: {
            /** Login */
            login: string;
            /** Name */
            name: string;
            /** Organization Name */
            organization_name: string;
            /** Role */
            role: string;
        };
        /**
         * DifferenceKind
         * @description What is different.
         * @enum {string}
         */
        DifferenceKind: "bank_only" | "books_only" | "statement_gap" | "provider_only" | "amount_differs";
        /**
         * DifferenceState
         * @description Where a difference stands; the table of moves is in `states.py`.
         * @enum {string}
         */
        DifferenceState: "open" | "explained" | "settled";
        /**
         * DifferenceStep
         * @description One step in the life of a difference.
         */
        DifferenceStep: {
            /** Actor Name */
            actor_name: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Reason */
            reason: string | null;
            to_state: components["schemas"]["DifferenceState"];
        };
        /**
         * DifferenceView
         * @description One changed clause in the reader's language; `gains`: who is better off, None where it depends.
         */
        DifferenceView: {
            /** After */
            after: string;
            /** Before */
            before: string;
            /** Field */
            field: string;
            /** Gains */
            gains: ("licensee" | "licensor") | null;
            /** Name */
            name: string;
        };
        /**
         * DigestChoice
         * @description Whether to be written to each morning on which something is due.
         */
        DigestChoice: {
            /** Wanted */
            wanted: boolean;
        };
        /**
         * Dispute
         * @description A dispute about first income as the administrator sees it: who, since when, which day; nothing of the contract's text.
         */
        Dispute: {
            /**
             * Asserted On
             * Format: date
             */
            asserted_on: string;
            /**
             * Contract Id
             * Format: uuid
             */
            contract_id: string;
            /** Firm Name */
            firm_name: string;
            /**
             * Matter Id
             * Format: uuid
             */
            matter_id: string;
            /** Number */
            number: string;
            /**
             * Since On
             * Format: date
             */
            since_on: string;
            /** University Name */
            university_name: string;
        };
        /**
         * DistributionState
         * @description Where a split stands; the table of moves is in `states.py`.
         * @enum {string}
         */
        DistributionState: "proposed" | "objected" | "approved" | "booked" | "withdrawn";
        /**
         * DistributionView
         * @description The split of one payment among those entitled, as one of the right holders may see it.
         */
        DistributionView: {
            /** Amount Minor */
            amount_minor: number;
            /** Approvals */
            approvals: components["schemas"]["ApprovalView"][];
            /**
             * Contract Id
             * Format: uuid
             */
            contract_id: string;
            /** Contract Number */
            contract_number: string;
            /** Firm Name */
            firm_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Invoice Id
             * Format: uuid
             */
            invoice_id: string;
            /** Invoice Number */
            invoice_number: string;
            /** Ledger Txn Id */
            ledger_txn_id: number | null;
            /** Moves */
            moves: ("approve" | "object" | "recount")[];
            /**
             * Payment Id
             * Format: uuid
             */
            payment_id: string;
            /**
             * Received On
             * Format: date
             */
            received_on: string;
            /** Shares */
            shares: components["schemas"]["ShareView"][];
            state: components["schemas"]["DistributionState"];
            /**
             * State Since
             * Format: date-time
             */
            state_since: string;
            /** Steps */
            steps: components["schemas"]["MoneyStep"][];
            /** Title */
            title: string;
            /**
             * University Id
             * Format: uuid
             */
            university_id: string;
            /** Version */
            version: number;
        };
        /**
         * DocumentView
         * @description One revision of the contract's file: unsigned, then one a signature.
         */
        DocumentView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * File Id
             * Format: uuid
             */
            file_id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "unsigned" | "signed";
            /** Sha256 */
            sha256: string;
        };
        /**
         * EarliestOf
         * @description Fees are due at whichever of several triggers comes first.
         */
        EarliestOf: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "earliest_of";
            /** Triggers */
            triggers: (components["schemas"]["AfterMonths"] | components["schemas"]["AtFirstIncome"] | components["schemas"]["AtMilestone"])[];
        };
        /**
         * EligibilityDecision
         * @description The answer, as it is stored with a deal. `priority`: comes first while the priority window is open.
         */
        EligibilityDecision: {
            /**
             * As Of
             * Format: date
             */
            as_of: string;
            /** Conditions */
            conditions: components["schemas"]["Condition"][];
            /** May Apply */
            may_apply: boolean;
            /** Priority */
            priority: boolean;
        };
        /**
         * Engagement
         * @description A line of a technology manager's work list: the deal by its title and parties, and her commission.
         */
        Engagement: {
            /** Contributions */
            contributions: number;
            /**
             * Deal Id
             * Format: uuid
             */
            deal_id: string;
            deal_state: components["schemas"]["DealState"];
            /** Firm Name */
            firm_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Listing Title */
            listing_title: string;
            /** Manager Accepted At */
            manager_accepted_at: string | null;
            /**
             * Manager Id
             * Format: uuid
             */
            manager_id: string;
            /** Manager Name */
            manager_name: string;
            /** Manager Organization */
            manager_organization: string;
            /**
             * Manager Organization Id
             * Format: uuid
             */
            manager_organization_id: string;
            /** Message */
            message: string;
            /** Moves */
            moves: ("accept_commission" | "end_commission" | "record_contribution")[];
            /** Number */
            number: string;
            /** Payer Accepted At */
            payer_accepted_at: string | null;
            /**
             * Proposed At
             * Format: date-time
             */
            proposed_at: string;
            /**
             * Proposed Side
             * @enum {string}
             */
            proposed_side: "firm" | "university";
            /** Reason */
            reason: string;
            /**
             * State
             * @enum {string}
             */
            state: "proposed" | "agreed" | "refused" | "ended";
            terms: components["schemas"]["CommissionTerms"];
            /** Terms Hash */
            terms_hash: string;
            /** University Name */
            university_name: string;
        };
        /**
         * EnquiryBrief
         * @description One row of a list. `my_turn`: the reader's side has to act; `overdue`: the clock has run out unanswered.
         */
        EnquiryBrief: {
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Deal Id */
            deal_id: string | null;
            /**
             * Firm Id
             * Format: uuid
             */
            firm_id: string;
            /** Firm Name */
            firm_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Demo */
            is_demo: boolean;
            /**
             * Listing Id
             * Format: uuid
             */
            listing_id: string;
            /** Listing Number */
            listing_number: string;
            /** Listing Title */
            listing_title: string;
            /** My Turn */
            my_turn: boolean;
            /** Number */
            number: string;
            /** Overdue */
            overdue: boolean;
            /** Question */
            question: string;
            /** Reply Due On */
            reply_due_on: string | null;
            state: components["schemas"]["EnquiryState"];
            /**
             * State Since
             * Format: date-time
             */
            state_since: string;
            /**
             * University Id
             * Format: uuid
             */
            university_id: string;
            /** University Name */
            university_name: string;
        };
        /**
         * EnquiryLine
         * @description One line of the conversation. A question carries the last day of its clock.
         */
        EnquiryLine: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Author Name */
            author_name: string;
            /** Due On */
            due_on: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "question" | "answer";
            /**
             * Side
             * @enum {string}
             */
            side: "firm" | "university";
            /** Text */
            text: string;
        };
        /**
         * EnquiryState
         * @description Where an enquiry stands; the table of moves is in `states.py`.
         * @enum {string}
         */
        EnquiryState: "waiting" | "answered" | "closed" | "applied";
        /**
         * EnquiryView
         * @description A whole conversation as either side sees it. `can_apply`: the firm may go on to an application.
         */
        EnquiryView: {
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Can Apply */
            can_apply: boolean;
            /** Close Reason */
            close_reason: string;
            /** Deal Id */
            deal_id: string | null;
            /**
             * Firm Id
             * Format: uuid
             */
            firm_id: string;
            /** Firm Name */
            firm_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Demo */
            is_demo: boolean;
            /** Lines */
            lines: components["schemas"]["EnquiryLine"][];
            /**
             * Listing Id
             * Format: uuid
             */
            listing_id: string;
            /** Listing Number */
            listing_number: string;
            /** Listing Title */
            listing_title: string;
            /** Moves */
            moves: string[];
            /** My Turn */
            my_turn: boolean;
            /** Number */
            number: string;
            /** Overdue */
            overdue: boolean;
            /** Question */
            question: string;
            /** Reply Due On */
            reply_due_on: string | null;
            state: components["schemas"]["EnquiryState"];
            /**
             * State Since
             * Format: date-time
             */
            state_since: string;
            /**
             * University Id
             * Format: uuid
             */
            university_id: string;
            /** University Name */
            university_name: string;
        };
        /**
         * EntryView
         * @description One leg of a transaction, debit positive.
         */
        EntryView: {
            /** Account */
            account: string;
            /** Account Kind */
            account_kind: string;
            /** Amount Minor */
            amount_minor: number;
            /** Balance After Minor */
            balance_after_minor: number | null;
        };
        /**
         * Evidence
         * @description One fact that a gate looked at; value None when it is missing or out of date.
         */
        Evidence: {
            /** As Of */
            as_of: string | null;
            /** Field */
            field: string;
            label: components["schemas"]["Text-Output"];
            /**
             * Provenance
             * @enum {string}
             */
            provenance: "registry" | "document" | "declared" | "computed" | "missing";
            /** Source Id */
            source_id: string | null;
            text: components["schemas"]["Text-Output"];
            /** Valid To */
            valid_to: string | null;
            /** Value */
            value: boolean | number | string | string[] | null;
        };
        /**
         * EvidenceView
         * @description An attached file. `part`: of the claim, of the answer to it, or typeset by the platform.
         */
        EvidenceView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * File Id
             * Format: uuid
             */
            file_id: string;
            /** Media Type */
            media_type: string;
            /** Name */
            name: string;
            /**
             * Part
             * @enum {string}
             */
            part: "claim" | "answer" | "certificate";
            /** Sha256 */
            sha256: string;
            /** Size */
            size: number;
        };
        /**
         * Explain
         * @description Why a difference is right as it is.
         */
        Explain: {
            /** Reason */
            reason: string;
        };
        /**
         * Facet
         * @description One facet with its values, the most frequent first. A chosen value is there even when it leaves nothing.
         */
        Facet: {
            /** Name */
            name: string;
            /** Values */
            values: components["schemas"]["FacetValue"][];
        };
        /**
         * FacetValue
         * @description A value to choose, how many listings it would leave, and whether it is chosen.
         */
        FacetValue: {
            /** Chosen */
            chosen: boolean;
            /** Count */
            count: number;
            /** Value */
            value: string;
        };
        /**
         * FactFieldView
         * @description One fact the firm may be asked for, for building the form.
         */
        FactFieldView: {
            /**
             * Changeable By
             * @enum {string}
             */
            changeable_by: "applicant" | "time" | "provider" | "nobody";
            /** Choices */
            choices: components["schemas"]["ChoiceView"][];
            /** Declarable */
            declarable: boolean;
            document: components["schemas"]["Text-Output"];
            /** Field */
            field: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "choice" | "choices" | "number" | "flag" | "certificate";
            label: components["schemas"]["Text-Output"];
            /** Unit */
            unit: ("fen" | "months" | "people" | "bps" | "level" | "count" | "points") | null;
        };
        /**
         * FactView
         * @description One fact of the sheet with its origin.
         */
        FactView: {
            /**
             * As Of
             * Format: date
             */
            as_of: string;
            /** Field */
            field: string;
            label: components["schemas"]["Text-Output"];
            /**
             * Provenance
             * @enum {string}
             */
            provenance: "registry" | "document" | "declared" | "computed" | "missing";
            /** Source Id */
            source_id: string | null;
            text: components["schemas"]["Text-Output"];
            /** Valid To */
            valid_to: string | null;
            /** Value */
            value: boolean | number | string | string[] | null;
        };
        /**
         * FeedAddress
         * @description The secret address of a calendar feed. It is shown once: only its hash is kept.
         */
        FeedAddress: {
            /** Url */
            url: string;
        };
        /**
         * FieldErrorBody
         * @description One wrong field of a payload.
         */
        FieldErrorBody: {
            /** Code */
            code: string;
            /** Message */
            message: string;
            /** Params */
            params: {
                [key: string]: unknown;
            };
            /** Pointer */
            pointer: string;
        };
        /**
         * FiledStatement
         * @description A statement for one period, with the accounts it comes from if at hand.
         */
        FiledStatement: {
            /**
             * Base Minor
             * @default 0
             */
            base_minor?: number;
            /** File Ids */
            file_ids?: string[];
            /**
             * From On
             * Format: date
             */
            from_on: string;
            /**
             * To On
             * Format: date
             */
            to_on: string;
            /**
             * Units
             * @default 0
             */
            units?: number;
        };
        /**
         * FileFormat
         * @description In which form a batch goes to the bank; the value is the file's extension.
         * @enum {string}
         */
        FileFormat: "xlsx" | "csv" | "xml";
        /**
         * FileView
         * @description A stored file: its name for people and the hash of its bytes.
         */
        FileView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Media Type */
            media_type: string;
            /** Name */
            name: string;
            /** Sha256 */
            sha256: string;
            /** Size */
            size: number;
            /**
             * Stored At
             * Format: date-time
             */
            stored_at: string;
        };
        /**
         * FilingBrief
         * @description One row of the list. `days_left` is negative when the last day has passed; `share_used` is of its clock, in percent.
         */
        FilingBrief: {
            /**
             * Contract Id
             * Format: uuid
             */
            contract_id: string;
            /** Contract Number */
            contract_number: string;
            /** Days Left */
            days_left: number;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /**
             * Firm Id
             * Format: uuid
             */
            firm_id: string;
            /** Firm Name */
            firm_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["FilingKind"];
            /** Number */
            number: string;
            /**
             * Opened On
             * Format: date
             */
            opened_on: string;
            /** Reason */
            reason: string;
            /** Registered On */
            registered_on: string | null;
            /** Share Used */
            share_used: number;
            state: components["schemas"]["FilingState"];
            /** Submitted On */
            submitted_on: string | null;
            /** Technical Minor */
            technical_minor: number | null;
            /** Title */
            title: string;
            /** Total Minor */
            total_minor: number | null;
            /**
             * University Id
             * Format: uuid
             */
            university_id: string;
            /** University Name */
            university_name: string;
            /** Version */
            version: number;
        };
        /**
         * FilingKind
         * @description What is handed in, and to whom.
         * @enum {string}
         */
        FilingKind: "technology_contract" | "licence_record";
        /**
         * FilingState
         * @description Where a filing stands; the table of moves is in `states.py`.
         * @enum {string}
         */
        FilingState: "open" | "submitted" | "returned" | "registered" | "waived";
        /**
         * FilingView
         * @description A filing with its pack and the steps open to the reader.
         */
        FilingView: {
            /**
             * Contract Id
             * Format: uuid
             */
            contract_id: string;
            /** Contract Number */
            contract_number: string;
            /** Days Left */
            days_left: number;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /**
             * Firm Id
             * Format: uuid
             */
            firm_id: string;
            /** Firm Name */
            firm_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Items */
            items: components["schemas"]["PackItem"][];
            kind: components["schemas"]["FilingKind"];
            /** Moves */
            moves: string[];
            /** Number */
            number: string;
            /**
             * Opened On
             * Format: date
             */
            opened_on: string;
            /** Reason */
            reason: string;
            /** Refused */
            refused: components["schemas"]["RefusedMove"][];
            /** Registered On */
            registered_on: string | null;
            /** Share Used */
            share_used: number;
            /** Source */
            source: string;
            state: components["schemas"]["FilingState"];
            /** Submitted On */
            submitted_on: string | null;
            /** Technical Minor */
            technical_minor: number | null;
            /** Title */
            title: string;
            /** Total Minor */
            total_minor: number | null;
            /**
             * University Id
             * Format: uuid
             */
            university_id: string;
            /** University Name */
            university_name: string;
            /** Version */
            version: number;
        };
        /**
         * LookView
         * @description Who read the facts, for the firm.
         */
        finance__applications__schemas__LookView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Provider Name */
            provider_name: string;
            /** Reader Name */
            reader_name: string;
        };
        /**
         * ObligationView
         * @description One sum owed under a contract; days are null while what triggers it is awaited.
         */
        finance__receivables__schemas__ObligationView: {
            /** Amount Minor */
            amount_minor: number;
            /** Arises On */
            arises_on: string | null;
            /** Due On */
            due_on: string | null;
            /** Formula Text */
            formula_text: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Invoice Id */
            invoice_id: string | null;
            /** Key */
            key: string;
            /** Kind */
            kind: string;
            /** State */
            state: string;
        };
        /**
         * FirmApplication
         * @description An application as the firm sees it. `reason` is what the provider wrote when passing.
         */
        FirmApplication: {
            /** Consent Withdrawn At */
            consent_withdrawn_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Instrument Id
             * Format: uuid
             */
            instrument_id: string;
            instrument_name: components["schemas"]["Text-Output"];
            /** Instrument Version */
            instrument_version: number;
            /** Looks */
            looks: number;
            /** Number */
            number: string;
            /**
             * Provider Id
             * Format: uuid
             */
            provider_id: string;
            /** Provider Name */
            provider_name: string;
            /** Reason */
            reason: string | null;
            /** Score */
            score: number;
            state: components["schemas"]["ApplicationState"];
            /**
             * State Since
             * Format: date-time
             */
            state_since: string;
            status: components["schemas"]["Status"];
            /**
             * Submitted At
             * Format: date-time
             */
            submitted_at: string;
            /** Version */
            version: number;
        };
        /**
         * FirmFigures
         * @description What a firm uses and owes, in fen. `owed_minor`: unpaid or falling due within 90 days.
         *
         *     `free_days_left` of `free_days` belong to the licence whose free use ends first. `outright_minor` is what buying
         *     the results in use would have cost, `billed_minor` what they have cost so far; both null where no price is known.
         */
        FirmFigures: {
            /** Billed Minor */
            billed_minor: number | null;
            /** Free Days */
            free_days: number | null;
            /** Free Days Left */
            free_days_left: number | null;
            /** Free Ends On */
            free_ends_on: string | null;
            /** In Use */
            in_use: number;
            /** Outright Minor */
            outright_minor: number | null;
            /** Overdue Minor */
            overdue_minor: number;
            /** Owed Minor */
            owed_minor: number;
        };
        /**
         * FirstIncome
         * @description The day on which the firm first earned something with the technology.
         */
        FirstIncome: {
            /** File Ids */
            file_ids?: string[];
            /**
             * First Income On
             * Format: date
             */
            first_income_on: string;
        };
        /**
         * FixedRate
         * @description The same share of the base every year.
         */
        FixedRate: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "fixed";
            /** Rate Bps */
            rate_bps: number;
        };
        /**
         * Flag
         * @description The statement is true, or false, as expected.
         */
        Flag: {
            /**
             * Expected
             * @default true
             */
            expected?: boolean;
            /**
             * Field
             * @enum {string}
             */
            field: "equity_offered" | "guarantee_offered" | "in_pilot_zone" | "overdue_debt" | "qualified_investor" | "shares_transferable" | "cash_capital_paid" | "national_project" | "challenge_contract" | "pilot_permit" | "use_first_pay_later" | "contract_registered" | "rights_clean" | "pledge_consent";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "flag";
        };
        /**
         * Flip
         * @description The changes that together open the door; none when nobody can open it.
         */
        Flip: {
            /** Changes */
            changes: components["schemas"]["Change"][];
            /** Reachable */
            reachable: boolean;
            text: components["schemas"]["Text-Output"];
        };
        /**
         * FlowFigure
         * @description The stations of the money of a university's contracts.
         * @enum {string}
         */
        FlowFigure: "contracted" | "due" | "received" | "distributed" | "paid_out";
        /**
         * FlowRow
         * @description One row behind a station, with the ids of what it belongs to.
         */
        FlowRow: {
            /** Amount Minor */
            amount_minor: number;
            /** Batch Id */
            batch_id: string | null;
            /**
             * Contract Id
             * Format: uuid
             */
            contract_id: string;
            /** Contract Number */
            contract_number: string;
            /** Distribution Id */
            distribution_id: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Invoice Id */
            invoice_id: string | null;
            /** Number */
            number: string;
            /** On */
            on: string | null;
            /** Title */
            title: string;
        };
        /**
         * FlowStation
         * @description A station and its sum; what is not at the next one yet waits here or has gone to the platform.
         */
        FlowStation: {
            /** Amount Minor */
            amount_minor: number;
            figure: components["schemas"]["FlowFigure"];
            /** Rows */
            rows: number;
        };
        /**
         * Formula
         * @description How an amount came about: a stable code and its numbers, put into words by `explain`.
         */
        Formula: {
            /** Code */
            code: string;
            /** Params */
            params?: {
                [key: string]: number | string;
            };
        };
        /**
         * FoundWords
         * @description Why a listing was found: the words of the query in its title and in its prose.
         */
        FoundWords: {
            /** Body */
            body: string[];
            /** Title */
            title: string[];
        };
        /**
         * FundingRequestBrief
         * @description One row of a firm's own requests.
         */
        FundingRequestBrief: {
            /** Amount Minor */
            amount_minor: number;
            /** Applications */
            applications: components["schemas"]["FirmApplication"][];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Listing Id */
            listing_id: string | null;
            /** Number */
            number: string;
            /** Purpose */
            purpose: string;
            /** Stage */
            stage: string;
            state: components["schemas"]["RequestState"];
            /** Title */
            title: string;
            /** Version */
            version: number;
        };
        /**
         * FundingRequestDraft
         * @description What a firm needs money for. `listing_id`: the university result that the money brings to production.
         */
        FundingRequestDraft: {
            /** Amount Minor */
            amount_minor: number;
            /**
             * Facts
             * @default []
             */
            facts?: components["schemas"]["DeclaredFact"][];
            /** Listing Id */
            listing_id?: string | null;
            /**
             * Purpose
             * @enum {string}
             */
            purpose: "proof_of_concept" | "development" | "pilot_line" | "equipment" | "working_capital" | "licence_fee" | "trial_risk" | "challenge_risk" | "share_transfer" | "expansion";
            /**
             * Stage
             * @enum {string}
             */
            stage: "seed" | "angel" | "early" | "growth" | "mature";
            /** Title */
            title: string;
        };
        /**
         * FundingRequestView
         * @description A whole request with the facts as they stand today.
         */
        FundingRequestView: {
            /** Amount Minor */
            amount_minor: number;
            /** Applications */
            applications: components["schemas"]["FirmApplication"][];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Declared */
            declared: components["schemas"]["DeclaredFact"][];
            /** Facts */
            facts: components["schemas"]["FactView"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Listing Id */
            listing_id: string | null;
            /** Listing Title */
            listing_title: string | null;
            /** Number */
            number: string;
            /** Purpose */
            purpose: string;
            /** Stage */
            stage: string;
            state: components["schemas"]["RequestState"];
            /** Title */
            title: string;
            /** Version */
            version: number;
        };
        /**
         * Gate
         * @description One hard condition of a product, with all that a person needs to understand and meet it.
         */
        "Gate-Input": {
            /**
             * Changeable By
             * @enum {string}
             */
            changeable_by: "applicant" | "time" | "provider" | "nobody";
            document: components["schemas"]["Text-Input"];
            /** Id */
            id: string;
            /** Rule */
            rule: components["schemas"]["OneOf"] | components["schemas"]["AnyOf"] | components["schemas"]["Between"] | components["schemas"]["ValidOn"] | components["schemas"]["Flag"] | components["schemas"]["AtMostShare"] | components["schemas"]["Headroom"] | components["schemas"]["NotOn"] | components["schemas"]["AllOfParts"] | components["schemas"]["SomeOfParts"] | components["schemas"]["NoneOfParts"];
            /** Source */
            source: string;
            text: components["schemas"]["Text-Input"];
        };
        /**
         * Gate
         * @description One hard condition of a product, with all that a person needs to understand and meet it.
         */
        "Gate-Output": {
            /**
             * Changeable By
             * @enum {string}
             */
            changeable_by: "applicant" | "time" | "provider" | "nobody";
            document: components["schemas"]["Text-Output"];
            /** Id */
            id: string;
            /** Rule */
            rule: components["schemas"]["OneOf"] | components["schemas"]["AnyOf"] | components["schemas"]["Between"] | components["schemas"]["ValidOn"] | components["schemas"]["Flag"] | components["schemas"]["AtMostShare"] | components["schemas"]["Headroom"] | components["schemas"]["NotOn"] | components["schemas"]["AllOfParts"] | components["schemas"]["SomeOfParts"] | components["schemas"]["NoneOfParts"];
            /** Source */
            source: string;
            text: components["schemas"]["Text-Output"];
        };
        /**
         * GateResult
         * @description The answer of one gate, with the value seen, the threshold, its source and who can change it.
         */
        GateResult: {
            /**
             * Changeable By
             * @enum {string}
             */
            changeable_by: "applicant" | "time" | "provider" | "nobody";
            document: components["schemas"]["Text-Output"];
            /** Evidence */
            evidence: components["schemas"]["Evidence"][];
            /** Id */
            id: string;
            /** Missing */
            missing: string[];
            /** Source */
            source: string;
            text: components["schemas"]["Text-Output"];
            threshold: components["schemas"]["Text-Output"];
            verdict: components["schemas"]["GateVerdict"];
        };
        /**
         * GateVerdict
         * @description The answer to one gate.
         * @enum {string}
         */
        GateVerdict: "pass" | "fail" | "unknown";
        /**
         * GiveConsent
         * @description The co-owner agrees to exactly the terms with this hash: the ones it was shown.
         */
        GiveConsent: {
            /** Terms Hash */
            terms_hash: string;
        };
        /**
         * Graded
         * @description From nothing at `zero_at` to full at `full_at`, in a straight line, rounded down; either way round.
         */
        Graded: {
            /**
             * Field
             * @enum {string}
             */
            field: "amount_minor" | "own_funds_minor" | "firm_age_months" | "staff" | "graduate_share_bps" | "sales_minor" | "assets_minor" | "rd_share_bps" | "orders_minor" | "innovation_points" | "guaranteed_balance_minor" | "bank_debt_minor" | "trl" | "full_time_team" | "team_share_bps" | "milestones" | "trial_customers" | "licence_months_left" | "patents_in_force" | "appraised_value_minor";
            /** Full At */
            full_at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "graded";
            /** Zero At */
            zero_at: number;
        };
        /**
         * Headroom
         * @description The number fits under the cap together with what is used already.
         */
        Headroom: {
            /** Cap */
            cap: number;
            /**
             * Field
             * @enum {string}
             */
            field: "amount_minor" | "own_funds_minor" | "firm_age_months" | "staff" | "graduate_share_bps" | "sales_minor" | "assets_minor" | "rd_share_bps" | "orders_minor" | "innovation_points" | "guaranteed_balance_minor" | "bank_debt_minor" | "trl" | "full_time_team" | "team_share_bps" | "milestones" | "trial_customers" | "licence_months_left" | "patents_in_force" | "appraised_value_minor";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "headroom";
            /**
             * Used
             * @enum {string}
             */
            used: "amount_minor" | "own_funds_minor" | "firm_age_months" | "staff" | "graduate_share_bps" | "sales_minor" | "assets_minor" | "rd_share_bps" | "orders_minor" | "innovation_points" | "guaranteed_balance_minor" | "bank_debt_minor" | "trl" | "full_time_team" | "team_share_bps" | "milestones" | "trial_customers" | "licence_months_left" | "patents_in_force" | "appraised_value_minor";
        };
        /**
         * Health
         * @description Alive, and which parts answer. Degraded: search is away, pages show the newest results instead.
         */
        Health: {
            /** Database */
            database: boolean;
            /** Search */
            search: boolean;
            /**
             * Status
             * @enum {string}
             */
            status: "ok" | "degraded";
        };
        /**
         * HistoryStep
         * @description One step in the life of a listing.
         */
        HistoryStep: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** From State */
            from_state: string | null;
            /** Move */
            move: string;
            /** Reason */
            reason: string | null;
            /** To State */
            to_state: string;
        };
        /**
         * HolderDraft
         * @description A co-owner as the officer enters it: its 统一社会信用代码 and its share of the income in bps.
         */
        HolderDraft: {
            /** Share Bps */
            share_bps: number;
            /** Uscc */
            uscc: string;
        };
        /**
         * HolderSet
         * @description All co-owners of a listing's rights; the university keeps the rest of 10,000 bps.
         */
        HolderSet: {
            /** Holders */
            holders: components["schemas"]["HolderDraft"][];
        };
        /**
         * HolderView
         * @description A right holder of a listing, the university first. `consents`: to the terms as they stand now.
         */
        HolderView: {
            /** Consent At */
            consent_at: string | null;
            /** Consents */
            consents: boolean;
            /** Is University */
            is_university: boolean;
            /** Name */
            name: string;
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: string;
            /** Share Bps */
            share_bps: number;
            /** Uscc */
            uscc: string;
        };
        /**
         * HoldingView
         * @description A listing in whose rights the reader's organization has a share, as far as it must know it to consent.
         */
        HoldingView: {
            /** Benefit */
            benefit: string;
            /** Consent At */
            consent_at: string | null;
            /** Consents */
            consents: boolean;
            /** Licence Type */
            licence_type: string | null;
            /**
             * Listing Id
             * Format: uuid
             */
            listing_id: string;
            /** May Consent */
            may_consent: boolean;
            /** Number */
            number: string;
            /** Share Bps */
            share_bps: number;
            state: components["schemas"]["ListingState"];
            /** Terms Hash */
            terms_hash: string | null;
            /** Terms Text */
            terms_text: string[];
            /** Title */
            title: string;
            /** University Name */
            university_name: string;
        };
        /** HTTPValidationError */
        HTTPValidationError: {
            /** Detail */
            detail?: components["schemas"]["ValidationError"][];
        };
        /**
         * ImportBrief
         * @description An import in a list: how many rows are right, wrong and created.
         */
        ImportBrief: {
            /** Created */
            created: number;
            /** File Name */
            file_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Read At
             * Format: date-time
             */
            read_at: string;
            /** Right */
            right: number;
            /** Wrong */
            wrong: number;
        };
        /**
         * ImportedResults
         * @description What a bank's file changed: lines paid, come back, still under way; `repeated`: it was imported before.
         */
        ImportedResults: {
            batch: components["schemas"]["BatchView"];
            /** Confirmed */
            confirmed: number;
            /** Pending */
            pending: number;
            /** Repeated */
            repeated: boolean;
            /** Returned */
            returned: number;
        };
        /**
         * ImportRowView
         * @description One row of an import: right, wrong or already a draft.
         */
        ImportRowView: {
            /** Cells */
            cells: {
                [key: string]: string;
            };
            /** Errors */
            errors: components["schemas"]["CellError"][];
            /** Listing Id */
            listing_id: string | null;
            /** Row Number */
            row_number: number;
        };
        /**
         * ImportView
         * @description An import with its rows: wrong rows first, then right ones.
         */
        ImportView: {
            /** Created */
            created: number;
            /** File Name */
            file_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Read At
             * Format: date-time
             */
            read_at: string;
            /** Right */
            right: number;
            /** Rows */
            rows: components["schemas"]["ImportRowView"][];
            /** Wrong */
            wrong: number;
        };
        /**
         * IncomeClaim
         * @description The licensor asserts the day of first income, with an invoice or a contract as evidence.
         */
        IncomeClaim: {
            /** File Ids */
            file_ids: string[];
            /**
             * First Income On
             * Format: date
             */
            first_income_on: string;
            /** Text */
            text: string;
        };
        /**
         * IncomeStatement
         * @description What the licensee reports for a half-open period: the royalty base in fen, or units.
         */
        IncomeStatement: {
            /**
             * Base Minor
             * @default 0
             */
            base_minor?: number;
            /**
             * From On
             * Format: date
             */
            from_on: string;
            /**
             * To On
             * Format: date
             */
            to_on: string;
            /**
             * Units
             * @default 0
             */
            units?: number;
        };
        /**
         * IncomeStatementView
         * @description A filed statement; superseded ones stay readable. `billed`: an invoice was raised on it.
         */
        IncomeStatementView: {
            /** Base Minor */
            base_minor: number;
            /** Billed */
            billed: boolean;
            /** Correction */
            correction: string;
            /**
             * Filed At
             * Format: date-time
             */
            filed_at: string;
            /** Files */
            files: components["schemas"]["EvidenceView"][];
            /**
             * From On
             * Format: date
             */
            from_on: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Revision */
            revision: number;
            /** Superseded At */
            superseded_at: string | null;
            /**
             * To On
             * Format: date
             */
            to_on: string;
            /** Units */
            units: number;
        };
        /**
         * Industry
         * @description The eight leading industries of 苏政办发〔2025〕28号, exactly as listed there.
         * @enum {string}
         */
        Industry: "生物医药" | "集成电路" | "新能源" | "新型电力(智能电网)" | "高端装备" | "节能环保" | "船舶海工" | "物联网";
        /**
         * Instalments
         * @description The deferred fee in equal parts, the first at the trigger; odd fen go to the earlier parts.
         */
        Instalments: {
            /** Count */
            count: number;
            /** Every Months */
            every_months: number;
        };
        /**
         * InstrumentBrief
         * @description One row of the catalogue.
         */
        InstrumentBrief: {
            /** Amount Max Minor */
            amount_max_minor: number;
            /** Amount Min Minor */
            amount_min_minor: number;
            /** Decision Days */
            decision_days: number;
            /**
             * Family
             * @enum {string}
             */
            family: "equity" | "debt" | "cover";
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Demo */
            is_demo: boolean;
            kind: components["schemas"]["InstrumentKind"];
            kind_label: components["schemas"]["Text-Output"];
            name: components["schemas"]["Text-Output"];
            price: components["schemas"]["Price-Output"];
            /**
             * Provider Id
             * Format: uuid
             */
            provider_id: string;
            /** Provider Name */
            provider_name: string;
            state: components["schemas"]["InstrumentState"];
            summary: components["schemas"]["Text-Output"];
            /** Tenor Months Max */
            tenor_months_max: number | null;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /**
             * Valid To
             * Format: date
             */
            valid_to: string;
            /** Version */
            version: number;
        };
        /**
         * InstrumentDraft
         * @description A product as its provider writes it. `gates` come on top of those that amount and mandate imply.
         */
        InstrumentDraft: {
            /**
             * Decision Days
             * @description working days until a decision
             */
            decision_days: number;
            /**
             * Documents
             * @default []
             */
            documents?: components["schemas"]["Text-Input"][];
            /**
             * Gates
             * @default []
             */
            gates?: components["schemas"]["Gate-Input"][];
            kind: components["schemas"]["InstrumentKind"];
            mandate: components["schemas"]["Mandate"];
            name: components["schemas"]["Text-Input"];
            /**
             * Preferences
             * @default []
             */
            preferences?: components["schemas"]["Preference-Input"][];
            /** Source */
            source: string;
            summary: components["schemas"]["Text-Input"];
            terms: components["schemas"]["Terms-Input"];
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /**
             * Valid To
             * Format: date
             */
            valid_to: string;
        };
        /**
         * InstrumentKind
         * @description The kinds of domain §d: what it is called in Jiangsu, and how it pays.
         * @enum {string}
         */
        InstrumentKind: "poc_fund" | "angel_fund" | "relay_fund" | "industry_fund" | "aic_equity" | "grant_to_equity" | "provincial_tech_loan" | "park_loan" | "conversion_loan" | "ip_pledge_loan" | "points_loan" | "pilot_equipment_loan" | "tech_guarantee" | "shared_guarantee" | "park_research_cover" | "challenge_cover" | "trial_cover" | "tech_bond";
        /**
         * InstrumentState
         * @description Where a product stands; the table of moves is in `states.py`.
         * @enum {string}
         */
        InstrumentState: "draft" | "published" | "withdrawn";
        /**
         * InstrumentView
         * @description A whole product in one of its versions.
         */
        InstrumentView: {
            /** Amount Max Minor */
            amount_max_minor: number;
            /** Amount Min Minor */
            amount_min_minor: number;
            /** Decision Days */
            decision_days: number;
            /** Documents */
            documents: components["schemas"]["Text-Output"][];
            /**
             * Family
             * @enum {string}
             */
            family: "equity" | "debt" | "cover";
            /** Gates */
            gates: components["schemas"]["Gate-Output"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Demo */
            is_demo: boolean;
            kind: components["schemas"]["InstrumentKind"];
            kind_label: components["schemas"]["Text-Output"];
            mandate: components["schemas"]["Mandate"];
            name: components["schemas"]["Text-Output"];
            /** Preferences */
            preferences: components["schemas"]["Preference-Output"][];
            price: components["schemas"]["Price-Output"];
            /**
             * Provider Id
             * Format: uuid
             */
            provider_id: string;
            /** Provider Name */
            provider_name: string;
            /** Row Version */
            row_version: number;
            /** Source */
            source: string;
            state: components["schemas"]["InstrumentState"];
            /**
             * State Since
             * Format: date-time
             */
            state_since: string;
            summary: components["schemas"]["Text-Output"];
            /** Tenor Months Max */
            tenor_months_max: number | null;
            terms: components["schemas"]["Terms-Output"];
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /**
             * Valid To
             * Format: date
             */
            valid_to: string;
            /** Version */
            version: number;
        };
        /**
         * InventorDraft
         * @description An inventor and her share of the inventors' part, in bps; the shares of a listing sum to 10,000.
         */
        InventorDraft: {
            /** Name */
            name: string;
            /** Share Bps */
            share_bps: number;
            /** User Id */
            user_id?: string | null;
        };
        /**
         * InviteManager
         * @description Ask a technology manager of either side to work on the deal for a commission.
         */
        InviteManager: {
            /**
             * Manager Id
             * Format: uuid
             */
            manager_id: string;
            /**
             * Message
             * @default
             */
            message?: string;
            terms: components["schemas"]["CommissionTerms"];
        };
        /**
         * InvoiceBrief
         * @description A line of the list of invoices.
         */
        InvoiceBrief: {
            /** Amount Minor */
            amount_minor: number;
            /**
             * Contract Id
             * Format: uuid
             */
            contract_id: string;
            /** Contract Number */
            contract_number: string;
            /** Currency */
            currency: string;
            /** Days Left */
            days_left: number;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /**
             * Firm Id
             * Format: uuid
             */
            firm_id: string;
            /** Firm Name */
            firm_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Issued On
             * Format: date
             */
            issued_on: string;
            /** Kind */
            kind: string;
            /** Number */
            number: string;
            /** Open Minor */
            open_minor: number;
            /** Overdue */
            overdue: boolean;
            /** Paid Minor */
            paid_minor: number;
            /** Reference */
            reference: string;
            state: components["schemas"]["InvoiceState"];
            /** Title */
            title: string;
            /**
             * University Id
             * Format: uuid
             */
            university_id: string;
            /** University Name */
            university_name: string;
        };
        /**
         * InvoiceLine
         * @description One line of an invoice.
         */
        InvoiceLine: {
            /** Amount Minor */
            amount_minor: number;
            /** Text */
            text: string;
        };
        /**
         * InvoiceState
         * @description Where an invoice stands; the table of moves is in `states.py`.
         * @enum {string}
         */
        InvoiceState: "open" | "partially_paid" | "paid" | "credited" | "written_off";
        /**
         * InvoiceView
         * @description A whole invoice: how its amount came about, where to pay, what was paid, taken off and reminded of.
         *
         *     `may` names what the reader can begin here: propose_credit, propose_write_off, ask_tax_invoice. `write_off_from` is the
         *     first day on which it may be written off.
         */
        InvoiceView: {
            /** Adjustments */
            adjustments: components["schemas"]["AdjustmentView"][];
            /** Amount Minor */
            amount_minor: number;
            bank: components["schemas"]["BankDetails"];
            /**
             * Contract Id
             * Format: uuid
             */
            contract_id: string;
            /** Contract Number */
            contract_number: string;
            /** Credited Minor */
            credited_minor: number;
            /** Currency */
            currency: string;
            /** Days Left */
            days_left: number;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /**
             * Firm Id
             * Format: uuid
             */
            firm_id: string;
            /** Firm Name */
            firm_name: string;
            /** Formula Code */
            formula_code: string;
            /** Formula Inputs */
            formula_inputs: {
                [key: string]: number | string;
            };
            /** Formula Text */
            formula_text: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Issued On
             * Format: date
             */
            issued_on: string;
            /** Kind */
            kind: string;
            /** Lines */
            lines: components["schemas"]["InvoiceLine"][];
            /** May */
            may: string[];
            /** Number */
            number: string;
            /** Obligation Key */
            obligation_key: string;
            /** Open Minor */
            open_minor: number;
            /** Overdue */
            overdue: boolean;
            /** Paid Minor */
            paid_minor: number;
            /** Payments */
            payments: components["schemas"]["AppliedPayment"][];
            /** Reference */
            reference: string;
            /** Reminders */
            reminders: components["schemas"]["ReminderView"][];
            state: components["schemas"]["InvoiceState"];
            tax_invoice: components["schemas"]["TaxInvoiceView"] | null;
            /** Title */
            title: string;
            /**
             * University Id
             * Format: uuid
             */
            university_id: string;
            /** University Name */
            university_name: string;
            /** Version */
            version: number;
            /**
             * Write Off From
             * Format: date
             */
            write_off_from: string;
            /** Written Off Minor */
            written_off_minor: number;
        };
        /**
         * ItemView
         * @description One movement of a day on one side or on both. `txn_id` and `line_id` lead to entries and to the bank's line.
         */
        ItemView: {
            /** Amount Minor */
            amount_minor: number;
            /** Invoice Id */
            invoice_id: string | null;
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** Line Id */
            line_id: string | null;
            /**
             * Side
             * @enum {string}
             */
            side: "both" | "ours" | "theirs";
            /** Txn Id */
            txn_id: number | null;
        };
        /**
         * LateSum
         * @description One invoice of a case: what is open and what lateness has cost by the reader's day.
         */
        LateSum: {
            /** Amount Minor */
            amount_minor: number;
            /** Days Late */
            days_late: number;
            /** Demanded Minor */
            demanded_minor: number | null;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /** Interest Billed Minor */
            interest_billed_minor: number;
            /** Interest Minor */
            interest_minor: number;
            /**
             * Invoice Id
             * Format: uuid
             */
            invoice_id: string;
            /** Kind */
            kind: string;
            /** Number */
            number: string;
            /** Open Minor */
            open_minor: number;
        };
        /**
         * LicensedRight
         * @description A licensed right today. `nature`: which rules govern its licence by 技术合同解释 §29; `since` the day it became so.
         */
        LicensedRight: {
            /** Files */
            files: components["schemas"]["EvidenceView"][];
            /** Granted On */
            granted_on: string | null;
            /** Invalidated On */
            invalidated_on: string | null;
            /** Kind */
            kind: string;
            /** Lapsed On */
            lapsed_on: string | null;
            /**
             * Nature
             * @enum {string}
             */
            nature: "know_how" | "by_analogy" | "patent_licence" | "software" | "gone";
            /** Nature Text */
            nature_text: string;
            /** Number */
            number: string;
            /** Position */
            position: number;
            /** Published On */
            published_on: string | null;
            /** Since */
            since: string | null;
            /** Title */
            title: string;
        };
        /**
         * Line
         * @description A follow-up question or an answer.
         */
        Line: {
            /** Text */
            text: string;
        };
        /**
         * LineEvent
         * @description One line of a receipt's history: what was done by whom, with the details that were noted.
         */
        LineEvent: {
            /** Action */
            action: string;
            /** Actor Name */
            actor_name: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Detail */
            detail: {
                [key: string]: unknown;
            };
        };
        /**
         * LineState
         * @description Whether anyone has said what a bank line was for.
         * @enum {string}
         */
        LineState: "unmatched" | "asked" | "matched" | "returning" | "returned" | "set_aside";
        /**
         * ListingBrief
         * @description One row of a list.
         */
        ListingBrief: {
            /** Benefit */
            benefit: string;
            /** City */
            city: string;
            /** Fixed Fee Minor */
            fixed_fee_minor: number | null;
            /** Free Period Months */
            free_period_months: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            industry: components["schemas"]["Industry"] | null;
            /** Is Demo */
            is_demo: boolean;
            /** Licence Type */
            licence_type: string | null;
            /** Notice To */
            notice_to: string | null;
            /** Number */
            number: string;
            /** Pay After Use */
            pay_after_use: boolean;
            /** Priority To */
            priority_to: string | null;
            /** Published At */
            published_at: string | null;
            /** Royalty Bps */
            royalty_bps: number | null;
            state: components["schemas"]["ListingState"];
            /** Title */
            title: string;
            /** Title En */
            title_en: string;
            track: components["schemas"]["Track"] | null;
            /** Trl */
            trl: number | null;
            /**
             * University Id
             * Format: uuid
             */
            university_id: string;
            /** University Name */
            university_name: string;
        };
        /**
         * ListingDraft
         * @description Everything an officer writes about a result. Empty fields are allowed until it is submitted.
         */
        ListingDraft: {
            /**
             * Benefit
             * @default
             */
            benefit?: string;
            /**
             * Contact Name
             * @default
             */
            contact_name?: string;
            /**
             * Evidence
             * @default
             */
            evidence?: string;
            industry?: components["schemas"]["Industry"] | null;
            /** Inventors */
            inventors?: components["schemas"]["InventorDraft"][];
            /**
             * Ipc
             * @default
             */
            ipc?: string;
            /** Keywords */
            keywords?: string[];
            /**
             * Mechanism
             * @default
             */
            mechanism?: string;
            /** Outright Price Minor */
            outright_price_minor?: number | null;
            /**
             * Present Solution
             * @default
             */
            present_solution?: string;
            /** @default agreement */
            price_mode?: components["schemas"]["PriceMode"];
            /**
             * Problem
             * @default
             */
            problem?: string;
            /**
             * Public Funded
             * @default false
             */
            public_funded?: boolean;
            /** Rights */
            rights?: components["schemas"]["RightDraft"][];
            /** Sales Hint Minor */
            sales_hint_minor?: number | null;
            terms?: components["schemas"]["TermSheet"] | null;
            /** Title */
            title: string;
            /**
             * Title En
             * @default
             */
            title_en?: string;
            track?: components["schemas"]["Track"] | null;
            /** Trl */
            trl?: number | null;
            /**
             * Unit
             * @default
             */
            unit?: string;
        };
        /**
         * ListingHit
         * @description A found listing: its row, its title with marks, the sentences that answer best, and why.
         */
        ListingHit: {
            /** Benefit */
            benefit: string;
            /** City */
            city: string;
            /** Excerpt */
            excerpt: components["schemas"]["Piece"][];
            /** Fixed Fee Minor */
            fixed_fee_minor: number | null;
            /** Free Period Months */
            free_period_months: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            industry: components["schemas"]["Industry"] | null;
            /** Is Demo */
            is_demo: boolean;
            /** Licence Type */
            licence_type: string | null;
            /** Notice To */
            notice_to: string | null;
            /** Number */
            number: string;
            /** Pay After Use */
            pay_after_use: boolean;
            /** Priority To */
            priority_to: string | null;
            /** Published At */
            published_at: string | null;
            /** Royalty Bps */
            royalty_bps: number | null;
            state: components["schemas"]["ListingState"];
            /** Title */
            title: string;
            /** Title En */
            title_en: string;
            /** Title Pieces */
            title_pieces: components["schemas"]["Piece"][];
            track: components["schemas"]["Track"] | null;
            /** Trl */
            trl: number | null;
            /**
             * University Id
             * Format: uuid
             */
            university_id: string;
            /** University Name */
            university_name: string;
            why: components["schemas"]["FoundWords"];
        };
        /**
         * ListingPage
         * @description A page of found listings. `code` is set when `q` was recognized as a number and answered exactly.
         *
         *     `degraded` says that search is away and the newest listings are shown instead.
         */
        ListingPage: {
            /** Code */
            code: string | null;
            /** Degraded */
            degraded: boolean;
            /** Did You Mean */
            did_you_mean: string | null;
            /** Facets */
            facets: components["schemas"]["Facet"][];
            /** Items */
            items: components["schemas"]["ListingHit"][];
            /** Page */
            page: number;
            rescue: components["schemas"]["WayOut"] | null;
            /** Size */
            size: number;
            /** Total */
            total: number;
        };
        /**
         * ListingState
         * @description Where a listing stands; the table of moves is in `states.py`.
         * @enum {string}
         */
        ListingState: "draft" | "internal_approval" | "approved" | "price_notice" | "objection" | "open" | "closed" | "withdrawn" | "expired";
        /**
         * ListingView
         * @description A whole listing as its reader may see it. `moves` are the steps open to her now, `refused` those that are not yet.
         */
        ListingView: {
            /** Benefit */
            benefit: string;
            /** City */
            city: string;
            /** Contact Name */
            contact_name: string;
            /** Evidence */
            evidence: string;
            /** Expires On */
            expires_on: string | null;
            /** Fixed Fee Minor */
            fixed_fee_minor: number | null;
            /** Free Period Months */
            free_period_months: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            industry: components["schemas"]["Industry"] | null;
            /** Inventors */
            inventors: components["schemas"]["InventorDraft"][];
            /** Ipc */
            ipc: string;
            /** Is Demo */
            is_demo: boolean;
            /** Keywords */
            keywords: string[];
            /** Licence Type */
            licence_type: string | null;
            /** Mechanism */
            mechanism: string;
            /** Moves */
            moves: string[];
            /** Notice From */
            notice_from: string | null;
            /** Notice To */
            notice_to: string | null;
            /** Number */
            number: string;
            /** Outright Price Minor */
            outright_price_minor: number | null;
            /** Pay After Use */
            pay_after_use: boolean;
            /** Present Solution */
            present_solution: string;
            price_mode: components["schemas"]["PriceMode"];
            /** Priority To */
            priority_to: string | null;
            /** Problem */
            problem: string;
            /** Public Funded */
            public_funded: boolean;
            /** Published At */
            published_at: string | null;
            /** Refused */
            refused: components["schemas"]["RefusedMove"][];
            /** Rights */
            rights: components["schemas"]["RightView"][];
            /** Royalty Bps */
            royalty_bps: number | null;
            /** Sales Hint Minor */
            sales_hint_minor: number | null;
            state: components["schemas"]["ListingState"];
            /**
             * State Since
             * Format: date-time
             */
            state_since: string;
            terms: components["schemas"]["TermSheet"] | null;
            /** Terms Hash */
            terms_hash: string | null;
            /** Terms Text */
            terms_text: string[];
            /** Title */
            title: string;
            /** Title En */
            title_en: string;
            track: components["schemas"]["Track"] | null;
            /** Trl */
            trl: number | null;
            /** Unit */
            unit: string;
            /**
             * University Id
             * Format: uuid
             */
            university_id: string;
            /** University Name */
            university_name: string;
            /** Version */
            version: number;
        };
        /**
         * ManagerCandidate
         * @description A technology manager of either side, who can be invited.
         */
        ManagerCandidate: {
            /** Name */
            name: string;
            /** Organization Name */
            organization_name: string;
            /**
             * User Id
             * Format: uuid
             */
            user_id: string;
        };
        /**
         * Mandate
         * @description What the product is for; an empty list means any.
         */
        Mandate: {
            /**
             * Cities
             * @default []
             */
            cities?: string[];
            /**
             * Fields
             * @default []
             */
            fields?: string[];
            /**
             * Purposes
             * @default []
             */
            purposes?: string[];
            /**
             * Stages
             * @default []
             */
            stages?: string[];
            /** Trl Max */
            trl_max?: number | null;
            /** Trl Min */
            trl_min?: number | null;
        };
        /**
         * ObligationView
         * @description A sum owed with what was paid on it and what the licensor let go; `explanation` says in words how it came about.
         */
        marketplace__contracts__schemas__ObligationView: {
            /** Amount Minor */
            amount_minor: number;
            /** Arises On */
            arises_on: string | null;
            /** Credited Minor */
            credited_minor: number;
            /** Due On */
            due_on: string | null;
            /** Explanation */
            explanation: string;
            /** Key */
            key: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "entry_fee" | "deferred_fee" | "milestone_fee" | "royalty" | "minimum_royalty" | "buyout";
            /** Settled Minor */
            settled_minor: number;
            /** Trigger */
            trigger: string;
        };
        /**
         * LookView
         * @description One line of the access log.
         */
        marketplace__datarooms__schemas__LookView: {
            /**
             * Action
             * @enum {string}
             */
            action: "view" | "download";
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** File Name */
            file_name: string;
            /** Number */
            number: string;
            /** Organization Name */
            organization_name: string;
            /** Person Name */
            person_name: string;
        };
        /**
         * Match
         * @description The answer for one fact sheet and one product version; computed again it is the same for ever.
         */
        Match: {
            flip: components["schemas"]["Flip"] | null;
            /** Gates */
            gates: components["schemas"]["GateResult"][];
            /**
             * Instrument Id
             * Format: uuid
             */
            instrument_id: string;
            /** Instrument Version */
            instrument_version: number;
            /** Papers */
            papers: components["schemas"]["Paper"][];
            /** Parts */
            parts: components["schemas"]["ScorePart"][];
            /** Score */
            score: number;
            /** Sheet Hash */
            sheet_hash: string;
            status: components["schemas"]["Status"];
        };
        /**
         * Matches
         * @description All products in force for one request on one day, in the stable order.
         */
        Matches: {
            /** Eligible */
            eligible: components["schemas"]["MatchView"][];
            /** Excluded */
            excluded: components["schemas"]["MatchView"][];
            /** Facts */
            facts: components["schemas"]["FactView"][];
            /**
             * On
             * Format: date
             */
            on: string;
            /** Possible */
            possible: components["schemas"]["MatchView"][];
            /**
             * Request Id
             * Format: uuid
             */
            request_id: string;
            /** Sheet Hash */
            sheet_hash: string;
        };
        /**
         * MatchEvidence
         * @description One thing that speaks for a match, and its points of 100.
         */
        MatchEvidence: {
            /**
             * Feature
             * @enum {string}
             */
            feature: "reference_exact" | "reference_close" | "amount_equal" | "sum_equal" | "amount_close" | "payer_equal" | "payer_close" | "account_known";
            /** Points */
            points: number;
        };
        /**
         * MatchLine
         * @description The invoice that a bank line pays, and how much of it; left out: all that is left, what is over becomes credit.
         */
        MatchLine: {
            /** Amount Minor */
            amount_minor?: number | null;
            /**
             * Invoice Id
             * Format: uuid
             */
            invoice_id: string;
        };
        /**
         * MatchState
         * @description Where a match stands; the table of moves is in `states.py`.
         * @enum {string}
         */
        MatchState: "asked" | "booked" | "declined" | "undone";
        /**
         * MatchView
         * @description One product and how it answers: status, score, parts, gates, papers to add, and the flip.
         */
        MatchView: {
            /** Application Id */
            application_id: string | null;
            instrument: components["schemas"]["InstrumentBrief"];
            match: components["schemas"]["Match"];
        };
        /**
         * MatterAnswer
         * @description Agreement to a matter, with files where the matter asks for some.
         */
        MatterAnswer: {
            /** File Ids */
            file_ids?: string[];
            /**
             * Text
             * @default
             */
            text?: string;
        };
        /**
         * MatterKind
         * @description What one party puts to the other under a running contract.
         * @enum {string}
         */
        MatterKind: "first_income" | "milestone" | "buyout" | "conversion" | "return_certificate" | "right_loss" | "accounts";
        /**
         * MatterRefusal
         * @description Why a claim is sent back or contested; the other side reads it.
         */
        MatterRefusal: {
            /** File Ids */
            file_ids?: string[];
            /** Reason */
            reason: string;
        };
        /**
         * MatterState
         * @description Where a matter between the parties stands; the table of moves is in `states.py`.
         * @enum {string}
         */
        MatterState: "open" | "contested" | "accepted" | "refused" | "settled" | "withdrawn" | "lapsed";
        /**
         * MatterView
         * @description One matter between the parties. `explanation` says in words what follows now; `moves` is what the reader may do.
         */
        MatterView: {
            /** Answer */
            answer: string;
            /**
             * Answer By Id
             * Format: uuid
             */
            answer_by_id: string;
            /** Answer By Name */
            answer_by_name: string;
            /**
             * Answer By On
             * Format: date
             */
            answer_by_on: string;
            /** Answered On */
            answered_on: string | null;
            conversion: components["schemas"]["ConversionRecord"] | null;
            /** Day */
            day: string | null;
            /** Explanation */
            explanation: string;
            /** Files */
            files: components["schemas"]["EvidenceView"][];
            /** Has Proposal */
            has_proposal: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Items */
            items: components["schemas"]["ReturnedItem"][];
            kind: components["schemas"]["MatterKind"];
            /** Moves */
            moves: string[];
            /** Outcome On */
            outcome_on: string | null;
            /** Overdue */
            overdue: boolean;
            /** Proposal */
            proposal: string;
            /** Proposed By Id */
            proposed_by_id: string | null;
            /** Proposed On */
            proposed_on: string | null;
            /**
             * Raised By Id
             * Format: uuid
             */
            raised_by_id: string;
            /** Raised By Name */
            raised_by_name: string;
            /**
             * Raised On
             * Format: date
             */
            raised_on: string;
            state: components["schemas"]["MatterState"];
            /** Text */
            text: string;
            /** Title */
            title: string;
        };
        /**
         * Me
         * @description Who is signed in, for which organization, and what she may do.
         */
        Me: {
            current: components["schemas"]["MembershipView"];
            /** Demo */
            demo: boolean;
            /** Login */
            login: string;
            /** Memberships */
            memberships: components["schemas"]["MembershipView"][];
            /** Name */
            name: string;
            /** Name En */
            name_en: string;
            /** Permissions */
            permissions: string[];
            /**
             * User Id
             * Format: uuid
             */
            user_id: string;
        };
        /**
         * Meets
         * @description The share of these rules that the facts meet; an unknown fact earns nothing.
         */
        Meets: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "meets";
            /** Of */
            of: (components["schemas"]["OneOf"] | components["schemas"]["AnyOf"] | components["schemas"]["Between"] | components["schemas"]["ValidOn"] | components["schemas"]["Flag"] | components["schemas"]["AtMostShare"] | components["schemas"]["Headroom"] | components["schemas"]["NotOn"])[];
        };
        /**
         * MembershipView
         * @description A role in an organization the person may switch to.
         */
        MembershipView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: string;
            /** Organization Kind */
            organization_kind: string;
            /** Organization Name */
            organization_name: string;
            /** Role */
            role: string;
            /** Title */
            title: string;
        };
        /**
         * MendRow
         * @description The corrected cells of a row, by column key.
         */
        MendRow: {
            /** Cells */
            cells: {
                [key: string]: string;
            };
        };
        /**
         * MessageView
         * @description One line of the conversation between the two sides.
         */
        MessageView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Author Name */
            author_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "question" | "reply" | "acceptance" | "decline";
            /**
             * Side
             * @enum {string}
             */
            side: "firm" | "university";
            /** Text */
            text: string;
        };
        /**
         * Milestone
         * @description A step with its evidence, the fee it makes due and the month it is planned for.
         */
        Milestone: {
            /** Amount Minor */
            amount_minor: number;
            /**
             * Due Days
             * @default 30
             */
            due_days?: number;
            /** Evidence */
            evidence: string;
            /** Key */
            key: string;
            /** Name */
            name: string;
            /** Planned Month */
            planned_month: number;
        };
        /**
         * MilestoneClaim
         * @description The licensee claims that a milestone was reached, with evidence.
         */
        MilestoneClaim: {
            /** File Ids */
            file_ids: string[];
            /** Key */
            key: string;
            /**
             * Reached On
             * Format: date
             */
            reached_on: string;
            /** Text */
            text: string;
        };
        /**
         * MilestoneReached
         * @description A milestone accepted on a day.
         */
        MilestoneReached: {
            /** Key */
            key: string;
            /**
             * Reached On
             * Format: date
             */
            reached_on: string;
        };
        /**
         * MissingPart
         * @description Something that must be filled in before a listing can be submitted.
         */
        MissingPart: {
            /** Message */
            message: string;
            /** Pointer */
            pointer: string;
        };
        /**
         * MoneyFlow
         * @description From what was contracted to what was paid out, and what of the distributed sum went where.
         */
        MoneyFlow: {
            /** Payable Minor */
            payable_minor: number;
            /** Platform Minor */
            platform_minor: number;
            /** Stations */
            stations: components["schemas"]["FlowStation"][];
            /** Under Way Minor */
            under_way_minor: number;
        };
        /**
         * MoneyStep
         * @description One step on the way from the payer: how much leaves here, what is left after it, and by which rule.
         */
        MoneyStep: {
            /** Amount Minor */
            amount_minor: number;
            /** Arithmetic */
            arithmetic: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "gross" | "platform" | "cost" | "manager" | "holder";
            /** Left Minor */
            left_minor: number;
            /** Name */
            name: string;
            /** Source */
            source: string;
        };
        /**
         * MoveClock
         * @description Days to move the date forward; time does not run backwards.
         */
        MoveClock: {
            /** Days */
            days: number;
        };
        /**
         * MoveDeal
         * @description Move a deal. Due diligence asks for an owner and a date, passing for a reason the firm will read.
         */
        MoveDeal: {
            /** Due On */
            due_on?: string | null;
            /** Owner Id */
            owner_id?: string | null;
            /** Reason */
            reason?: string | null;
            to: components["schemas"]["ApplicationState"];
        };
        /**
         * MoveView
         * @description One step that is open now, and what it asks for.
         */
        MoveView: {
            label: components["schemas"]["Text-Output"];
            /** Needs Owner */
            needs_owner: boolean;
            /** Needs Reason */
            needs_reason: boolean;
            to: components["schemas"]["ApplicationState"];
        };
        /**
         * NeedBrief
         * @description One row of a list.
         */
        NeedBrief: {
            /** Budget Minor */
            budget_minor: number | null;
            /** City */
            city: string;
            /** Deadline On */
            deadline_on: string | null;
            /**
             * Firm Id
             * Format: uuid
             */
            firm_id: string;
            /** Firm Name */
            firm_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            industry: components["schemas"]["Industry"] | null;
            /** Is Demo */
            is_demo: boolean;
            /** Number */
            number: string;
            /** Problem */
            problem: string;
            /** Published At */
            published_at: string | null;
            state: components["schemas"]["NeedState"];
            /** Target */
            target: string;
            /** Title */
            title: string;
            track: components["schemas"]["Track"] | null;
        };
        /**
         * NeedDraft
         * @description Everything a firm writes about its problem. Empty fields are allowed until it is published.
         */
        NeedDraft: {
            /** Budget Minor */
            budget_minor?: number | null;
            /** Deadline On */
            deadline_on?: string | null;
            industry?: components["schemas"]["Industry"] | null;
            /**
             * Present Solution
             * @default
             */
            present_solution?: string;
            /**
             * Problem
             * @default
             */
            problem?: string;
            /**
             * Target
             * @default
             */
            target?: string;
            /** Title */
            title: string;
            track?: components["schemas"]["Track"] | null;
        };
        /**
         * NeedState
         * @description Where a need stands; the table of moves is in `states.py`.
         * @enum {string}
         */
        NeedState: "draft" | "open" | "closed" | "expired";
        /**
         * NeedView
         * @description A whole need. `version` goes into the If-Match of an edit.
         */
        NeedView: {
            /** Budget Minor */
            budget_minor: number | null;
            /** City */
            city: string;
            /** Deadline On */
            deadline_on: string | null;
            /**
             * Firm Id
             * Format: uuid
             */
            firm_id: string;
            /** Firm Name */
            firm_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            industry: components["schemas"]["Industry"] | null;
            /** Is Demo */
            is_demo: boolean;
            /** Number */
            number: string;
            /** Outcome */
            outcome: string;
            /** Present Solution */
            present_solution: string;
            /** Problem */
            problem: string;
            /** Published At */
            published_at: string | null;
            state: components["schemas"]["NeedState"];
            /**
             * State Since
             * Format: date-time
             */
            state_since: string;
            /** Target */
            target: string;
            /** Title */
            title: string;
            track: components["schemas"]["Track"] | null;
            /** Version */
            version: number;
        };
        /**
         * NewAccess
         * @description A firm asks to read the documents behind a listing, and says what for.
         */
        NewAccess: {
            /**
             * Listing Id
             * Format: uuid
             */
            listing_id: string;
            /** Purpose */
            purpose: string;
        };
        /**
         * NewAccount
         * @description The bank account of a payee. `bank_code` is the twelve digits of the payment system (联行号), where known.
         */
        NewAccount: {
            /** Account Name */
            account_name: string;
            /** Account No */
            account_no: string;
            /**
             * Bank Code
             * @default
             */
            bank_code?: string;
            /** Bank Name */
            bank_name: string;
            payee: components["schemas"]["PayeeRef"];
        };
        /**
         * NewAmendment
         * @description New terms for a running contract from a day on, and why.
         */
        NewAmendment: {
            /**
             * From On
             * Format: date
             */
            from_on: string;
            /** Reason */
            reason: string;
            terms: components["schemas"]["TermSheet"];
        };
        /**
         * NewBatch
         * @description Whom to pay all that is open now; `organization_id` when the platform prepares it for a right holder.
         */
        NewBatch: {
            /** Organization Id */
            organization_id?: string | null;
            /** Payees */
            payees: components["schemas"]["PayeeRef"][];
        };
        /**
         * NewClaim
         * @description The cover on which a claim is filed.
         */
        NewClaim: {
            /**
             * Cover Id
             * Format: uuid
             */
            cover_id: string;
        };
        /**
         * NewContribution
         * @description What a manager did for the deal on a day.
         */
        NewContribution: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "introduction" | "visit" | "negotiation" | "drafting" | "trial" | "other";
            /** Text */
            text: string;
            /**
             * Worked On
             * Format: date
             */
            worked_on: string;
        };
        /**
         * NewCost
         * @description A cost that the holders agreed to take out of the first income of a contract, once.
         */
        NewCost: {
            /**
             * Agreed On
             * Format: date
             */
            agreed_on: string;
            /** Amount Minor */
            amount_minor: number;
            /**
             * Contract Id
             * Format: uuid
             */
            contract_id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "patent" | "valuation" | "legal" | "brokerage" | "tax" | "trial" | "other";
            /** Source */
            source: string;
        };
        /**
         * NewCover
         * @description A policy or guarantee for the fees of one contract; `firm_uscc` proves to a provider that it knows the contract.
         */
        NewCover: {
            /** Cap Minor */
            cap_minor: number;
            /** Contract Number */
            contract_number: string;
            /**
             * Firm Uscc
             * @default
             */
            firm_uscc?: string;
            /**
             * From On
             * Format: date
             */
            from_on: string;
            /** Percent Bps */
            percent_bps: number;
            /** Policy Number */
            policy_number: string;
            /** Provider Id */
            provider_id?: string | null;
            /**
             * Until On
             * Format: date
             */
            until_on: string;
            /** Waiting Days */
            waiting_days?: number | null;
        };
        /**
         * NewCreditNote
         * @description A proposal to take an amount (fen) off a line of an invoice.
         */
        NewCreditNote: {
            /** Amount Minor */
            amount_minor: number;
            /**
             * Line
             * @default 1
             */
            line?: number;
            /** Reason */
            reason: string;
        };
        /**
         * NewDeal
         * @description The listing a firm wants to apply for.
         */
        NewDeal: {
            /**
             * Listing Id
             * Format: uuid
             */
            listing_id: string;
        };
        /**
         * NewDemand
         * @description A demand to pay. `cure_days` is the time the firm gets from delivery; the rulebook's days at least.
         */
        NewDemand: {
            /** Cure Days */
            cure_days?: number | null;
            /**
             * Note
             * @default
             */
            note?: string;
        };
        /**
         * NewEnquiry
         * @description A question about a listing, in everyday words.
         */
        NewEnquiry: {
            /**
             * Listing Id
             * Format: uuid
             */
            listing_id: string;
            /** Text */
            text: string;
        };
        /**
         * NewMilestone
         * @description A milestone of the terms that has been reached, with the evidence named.
         */
        NewMilestone: {
            /** Evidence */
            evidence: string;
            /** Key */
            key: string;
            /**
             * Reached On
             * Format: date
             */
            reached_on: string;
        };
        /**
         * NewOffer
         * @description Changed terms for the other side, with what they are about; `base_hash` is the sheet the proposer was looking at.
         */
        NewOffer: {
            /** Base Hash */
            base_hash: string;
            /** Message */
            message: string;
            terms: components["schemas"]["TermSheet"];
        };
        /**
         * NewTaxInvoice
         * @description What a firm wants on its 发票: 抬头, tax number (its USCC), and where to send it. `special`: 专用, `ordinary`: 普通.
         */
        NewTaxInvoice: {
            /**
             * Address
             * @default
             */
            address?: string;
            /**
             * Bank Account
             * @default
             */
            bank_account?: string;
            /**
             * Bank Name
             * @default
             */
            bank_name?: string;
            /** Email */
            email: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "special" | "ordinary";
            /**
             * Phone
             * @default
             */
            phone?: string;
            /** Tax Number */
            tax_number: string;
            /** Title */
            title: string;
        };
        /**
         * NewUseReport
         * @description How the technology was used in an ended period [from_on, to_on).
         */
        NewUseReport: {
            /**
             * From On
             * Format: date
             */
            from_on: string;
            /** Outlook */
            outlook: string;
            /**
             * Problems
             * @default
             */
            problems?: string;
            stage: components["schemas"]["ProductStage"];
            /**
             * To On
             * Format: date
             */
            to_on: string;
            usage: components["schemas"]["UseState"];
        };
        /**
         * NewWriteOff
         * @description A proposal to write off what is open on an invoice: why it cannot be collected, and what shows it.
         */
        NewWriteOff: {
            /** Evidence */
            evidence: string;
            /** Reason */
            reason: string;
        };
        /**
         * NextRound
         * @description The firm is valued as in its next financing round, less a discount.
         */
        NextRound: {
            /** Discount Bps */
            discount_bps: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "next_round";
        };
        /**
         * NextStep
         * @description What comes next in a case: who has to do what, by which day, and what follows otherwise.
         */
        NextStep: {
            /** Kind */
            kind: string;
            /** On */
            on: string | null;
            /** Otherwise */
            otherwise: string;
            /** Responsible Id */
            responsible_id: string | null;
            /** Responsible Name */
            responsible_name: string;
            /** What */
            what: string;
        };
        /**
         * NoneOfLeaves
         * @description No leaf holds.
         */
        NoneOfLeaves: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "none";
            /** Of */
            of: (components["schemas"]["OneOf"] | components["schemas"]["AnyOf"] | components["schemas"]["Between"] | components["schemas"]["ValidOn"] | components["schemas"]["Flag"] | components["schemas"]["AtMostShare"] | components["schemas"]["Headroom"] | components["schemas"]["NotOn"])[];
        };
        /**
         * NoneOfParts
         * @description No part, leaf or inner group, holds.
         */
        NoneOfParts: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "none";
            /** Of */
            of: (components["schemas"]["OneOf"] | components["schemas"]["AnyOf"] | components["schemas"]["Between"] | components["schemas"]["ValidOn"] | components["schemas"]["Flag"] | components["schemas"]["AtMostShare"] | components["schemas"]["Headroom"] | components["schemas"]["NotOn"] | components["schemas"]["AllOfLeaves"] | components["schemas"]["SomeOfLeaves"] | components["schemas"]["NoneOfLeaves"])[];
        };
        /**
         * NoteDraft
         * @description A private note.
         */
        NoteDraft: {
            /** Text */
            text: string;
        };
        /**
         * NoteView
         * @description A private note of the provider.
         */
        NoteView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Author Name */
            author_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Text */
            text: string;
        };
        /**
         * NoticePeriod
         * @description First and last day of a notice that is started today.
         */
        NoticePeriod: {
            /**
             * Begins On
             * Format: date
             */
            begins_on: string;
            /**
             * Ends On
             * Format: date
             */
            ends_on: string;
        };
        /**
         * NoticeView
         * @description One entry of the public notice board 公示栏: name and price, as the law demands, and nothing else.
         */
        NoticeView: {
            /** Days Left */
            days_left: number;
            /**
             * Listing Id
             * Format: uuid
             */
            listing_id: string;
            /**
             * Notice From
             * Format: date
             */
            notice_from: string;
            /**
             * Notice To
             * Format: date
             */
            notice_to: string;
            /** Number */
            number: string;
            /** Objections Open */
            objections_open: number;
            /** Price Text */
            price_text: string[];
            /** Title */
            title: string;
            /** University Name */
            university_name: string;
        };
        /**
         * NotificationView
         * @description One message in the reader's language.
         */
        NotificationView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Body */
            body: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Link */
            link: string;
            /** Read */
            read: boolean;
            /** Template */
            template: string;
            /** Title */
            title: string;
        };
        /**
         * NotOn
         * @description The firm is not on this negative list.
         */
        NotOn: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "not_on";
            /**
             * List
             * @enum {string}
             */
            list: "dishonest" | "abnormal" | "tax" | "safety";
        };
        /**
         * Objection
         * @description Why a right holder does not agree to a split.
         */
        Objection: {
            /** Reason */
            reason: string;
        };
        /**
         * ObjectionAnswer
         * @description What the licensor says to an objection: `withdraw` drops the record, otherwise the clock runs on.
         */
        ObjectionAnswer: {
            /** Answer */
            answer: string;
            /** Withdraw */
            withdraw: boolean;
        };
        /**
         * ObjectionDraft
         * @description An objection against an agreed price, by name (实名).
         */
        ObjectionDraft: {
            /** Contact */
            contact: string;
            /** Name */
            name: string;
            /** Text */
            text: string;
        };
        /**
         * ObjectionView
         * @description An objection as the university's officers see it.
         */
        ObjectionView: {
            /** Contact */
            contact: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /**
             * Raised At
             * Format: date-time
             */
            raised_at: string;
            /** Resolution */
            resolution: string | null;
            /** Settled At */
            settled_at: string | null;
            /** Text */
            text: string;
            /** Upheld */
            upheld: boolean | null;
        };
        /**
         * Obligation
         * @description One sum owed under a contract; `key` is stable, so the same obligation is billed once.
         *
         *     `arises_on` is the day it comes into being, `due_on` the last day to pay; both None while its trigger is awaited.
         */
        Obligation: {
            /** Amount Minor */
            amount_minor: number;
            /** Arises On */
            arises_on: string | null;
            /** Due On */
            due_on: string | null;
            formula: components["schemas"]["Formula"];
            /** Key */
            key: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "entry_fee" | "deferred_fee" | "milestone_fee" | "royalty" | "minimum_royalty" | "buyout";
            /**
             * Trigger
             * @enum {string}
             */
            trigger: "effect" | "date" | "first_income" | "milestone" | "earliest_of" | "statement" | "year_end" | "buyout";
        };
        /**
         * Offer
         * @description The university agrees: access for so many days once both have signed the undertaking; empty: as the room says.
         */
        Offer: {
            /** Access Days */
            access_days?: number | null;
        };
        /**
         * OfferComparison
         * @description What an offer changes against what lay on the table, and what it costs on the deal's own sales plan, in fen.
         */
        OfferComparison: {
            /** Cautions */
            cautions: string[];
            cost_after: components["schemas"]["Cost"] | null;
            cost_before: components["schemas"]["Cost"] | null;
            /** Differences */
            differences: components["schemas"]["DifferenceView"][];
            /** Needs Notice */
            needs_notice: boolean;
            /** Terms Hash */
            terms_hash: string;
        };
        /**
         * OfferDraft
         * @description Terms that are not sent yet, to see what they would change.
         */
        OfferDraft: {
            terms: components["schemas"]["TermSheet"];
        };
        /**
         * OfferView
         * @description One round of the negotiation.
         */
        OfferView: {
            /** Answer */
            answer: string;
            /** Answered At */
            answered_at: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Author Name */
            author_name: string;
            /** Cautions */
            cautions: string[];
            cost_after: components["schemas"]["Cost"] | null;
            cost_before: components["schemas"]["Cost"] | null;
            /** Differences */
            differences: components["schemas"]["DifferenceView"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Message */
            message: string;
            /** Needs Notice */
            needs_notice: boolean;
            /** Position */
            position: number;
            /**
             * Side
             * @enum {string}
             */
            side: "firm" | "university";
            /**
             * State
             * @enum {string}
             */
            state: "open" | "accepted" | "superseded" | "refused";
            terms: components["schemas"]["TermSheet"];
            /** Terms Hash */
            terms_hash: string;
        };
        /**
         * OneOf
         * @description The fact is one of these words.
         */
        OneOf: {
            /**
             * Field
             * @enum {string}
             */
            field: "purpose" | "stage" | "legal_form" | "city" | "licence_state";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "one_of";
            /** Values */
            values: string[];
        };
        /**
         * OrganizationBrief
         * @description What everybody may know.
         */
        OrganizationBrief: {
            /** City */
            city: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Demo */
            is_demo: boolean;
            kind: components["schemas"]["OrganizationKind"];
            /** Name */
            name: string;
            /** Name En */
            name_en: string;
        };
        /**
         * OrganizationKind
         * @description What an organization is in the market.
         * @enum {string}
         */
        OrganizationKind: "university" | "sme" | "fund" | "bank" | "insurer" | "guarantor" | "zone" | "department";
        /**
         * OrganizationPatch
         * @description What a firm may correct itself; a missing field stays as it is.
         */
        OrganizationPatch: {
            /** Address */
            address?: string | null;
            /** Assets Minor */
            assets_minor?: number | null;
            /** Bank Account */
            bank_account?: string | null;
            /** Bank Name */
            bank_name?: string | null;
            /** Sales Minor */
            sales_minor?: number | null;
            /** Staff */
            staff?: number | null;
        };
        /**
         * OrganizationView
         * @description What its own members and its counterparties in a deal may know.
         */
        OrganizationView: {
            /** Address */
            address: string;
            /** Assets Minor */
            assets_minor: number | null;
            /** Bank Account */
            bank_account: string;
            /** Bank Name */
            bank_name: string;
            /** Certificates */
            certificates: components["schemas"]["CertificateView"][];
            /** City */
            city: string;
            /** Founded On */
            founded_on: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Industry */
            industry: string | null;
            /** Is Demo */
            is_demo: boolean;
            kind: components["schemas"]["OrganizationKind"];
            /** Name */
            name: string;
            /** Name En */
            name_en: string;
            /** Region Code */
            region_code: string;
            /** Sales Minor */
            sales_minor: number | null;
            /** Staff */
            staff: number | null;
            /** Track */
            track: string | null;
            /** Uscc */
            uscc: string | null;
            /** Version */
            version: number;
            /** Zone Id */
            zone_id: string | null;
            /** Zone Is Pilot */
            zone_is_pilot: boolean;
            /** Zone Name */
            zone_name: string | null;
        };
        /**
         * PackItem
         * @description One paper of a pack: enclosed, to be added by hand, or blocked by missing data (`where` is the page to mend it).
         */
        PackItem: {
            /** Name */
            name: string;
            /** Note */
            note: string;
            /**
             * Status
             * @enum {string}
             */
            status: "enclosed" | "add" | "missing";
            /** Where */
            where?: string | null;
        };
        /** Page[AccessBrief] */
        Page_AccessBrief_: {
            /** Items */
            items: components["schemas"]["AccessBrief"][];
            /** Page */
            page: number;
            /** Size */
            size: number;
            /** Total */
            total: number;
        };
        /** Page[BankLineView] */
        Page_BankLineView_: {
            /** Items */
            items: components["schemas"]["BankLineView"][];
            /** Page */
            page: number;
            /** Size */
            size: number;
            /** Total */
            total: number;
        };
        /** Page[BatchBrief] */
        Page_BatchBrief_: {
            /** Items */
            items: components["schemas"]["BatchBrief"][];
            /** Page */
            page: number;
            /** Size */
            size: number;
            /** Total */
            total: number;
        };
        /** Page[CaseBrief] */
        Page_CaseBrief_: {
            /** Items */
            items: components["schemas"]["CaseBrief"][];
            /** Page */
            page: number;
            /** Size */
            size: number;
            /** Total */
            total: number;
        };
        /** Page[ContractBrief] */
        Page_ContractBrief_: {
            /** Items */
            items: components["schemas"]["ContractBrief"][];
            /** Page */
            page: number;
            /** Size */
            size: number;
            /** Total */
            total: number;
        };
        /** Page[DealBrief] */
        Page_DealBrief_: {
            /** Items */
            items: components["schemas"]["DealBrief"][];
            /** Page */
            page: number;
            /** Size */
            size: number;
            /** Total */
            total: number;
        };
        /** Page[DistributionView] */
        Page_DistributionView_: {
            /** Items */
            items: components["schemas"]["DistributionView"][];
            /** Page */
            page: number;
            /** Size */
            size: number;
            /** Total */
            total: number;
        };
        /** Page[EnquiryBrief] */
        Page_EnquiryBrief_: {
            /** Items */
            items: components["schemas"]["EnquiryBrief"][];
            /** Page */
            page: number;
            /** Size */
            size: number;
            /** Total */
            total: number;
        };
        /** Page[FilingBrief] */
        Page_FilingBrief_: {
            /** Items */
            items: components["schemas"]["FilingBrief"][];
            /** Page */
            page: number;
            /** Size */
            size: number;
            /** Total */
            total: number;
        };
        /** Page[FlowRow] */
        Page_FlowRow_: {
            /** Items */
            items: components["schemas"]["FlowRow"][];
            /** Page */
            page: number;
            /** Size */
            size: number;
            /** Total */
            total: number;
        };
        /** Page[InstrumentBrief] */
        Page_InstrumentBrief_: {
            /** Items */
            items: components["schemas"]["InstrumentBrief"][];
            /** Page */
            page: number;
            /** Size */
            size: number;
            /** Total */
            total: number;
        };
        /** Page[InvoiceBrief] */
        Page_InvoiceBrief_: {
            /** Items */
            items: components["schemas"]["InvoiceBrief"][];
            /** Page */
            page: number;
            /** Size */
            size: number;
            /** Total */
            total: number;
        };
        /** Page[ListingBrief] */
        Page_ListingBrief_: {
            /** Items */
            items: components["schemas"]["ListingBrief"][];
            /** Page */
            page: number;
            /** Size */
            size: number;
            /** Total */
            total: number;
        };
        /** Page[LookView] */
        Page_LookView_: {
            /** Items */
            items: components["schemas"]["marketplace__datarooms__schemas__LookView"][];
            /** Page */
            page: number;
            /** Size */
            size: number;
            /** Total */
            total: number;
        };
        /** Page[NeedBrief] */
        Page_NeedBrief_: {
            /** Items */
            items: components["schemas"]["NeedBrief"][];
            /** Page */
            page: number;
            /** Size */
            size: number;
            /** Total */
            total: number;
        };
        /** Page[NoticeView] */
        Page_NoticeView_: {
            /** Items */
            items: components["schemas"]["NoticeView"][];
            /** Page */
            page: number;
            /** Size */
            size: number;
            /** Total */
            total: number;
        };
        /** Page[NotificationView] */
        Page_NotificationView_: {
            /** Items */
            items: components["schemas"]["NotificationView"][];
            /** Page */
            page: number;
            /** Size */
            size: number;
            /** Total */
            total: number;
        };
        /** Page[ParkedDelivery] */
        Page_ParkedDelivery_: {
            /** Items */
            items: components["schemas"]["ParkedDelivery"][];
            /** Page */
            page: number;
            /** Size */
            size: number;
            /** Total */
            total: number;
        };
        /** Page[PipelineItem] */
        Page_PipelineItem_: {
            /** Items */
            items: components["schemas"]["PipelineItem"][];
            /** Page */
            page: number;
            /** Size */
            size: number;
            /** Total */
            total: number;
        };
        /** Page[PublicPriceNotice] */
        Page_PublicPriceNotice_: {
            /** Items */
            items: components["schemas"]["PublicPriceNotice"][];
            /** Page */
            page: number;
            /** Size */
            size: number;
            /** Total */
            total: number;
        };
        /**
         * Paper
         * @description A document to add, and the gates whose answer waits for it.
         */
        Paper: {
            document: components["schemas"]["Text-Output"];
            /** Fields */
            fields: string[];
            /** Gates */
            gates: string[];
        };
        /**
         * ParkedDelivery
         * @description An announcement that a handler could not take after all its tries.
         */
        ParkedDelivery: {
            /** Attempts */
            attempts: number;
            /** Event */
            event: string;
            /** Handler */
            handler: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Last Error */
            last_error: string | null;
            /** Subject */
            subject: string;
        };
        /**
         * ParkedNotice
         * @description A provider's notice that could not be applied, and why; money it tells of is not booked yet.
         */
        ParkedNotice: {
            /** Event Id */
            event_id: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Last Error */
            last_error: string;
            /** Object Ref */
            object_ref: string;
            /** Payment Id */
            payment_id: string | null;
            /** Provider */
            provider: string;
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
            /** Tries */
            tries: number;
        };
        /**
         * PartyView
         * @description A party with its signature, if it has signed.
         */
        PartyView: {
            /**
             * Method
             * @enum {string}
             */
            method: "electronic" | "wet_ink";
            /** Name */
            name: string;
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: string;
            /** Position */
            position: number;
            /**
             * Role
             * @enum {string}
             */
            role: "licensor" | "licensee";
            /** Signed At */
            signed_at: string | null;
            /** Signer Name */
            signer_name: string;
            /** Uscc */
            uscc: string;
        };
        /**
         * PastTerms
         * @description Terms that an amendment replaced: they govern what arises before `until_on`, the amendment's first day.
         */
        PastTerms: {
            sheet: components["schemas"]["TermSheet"];
            /**
             * Until On
             * Format: date
             */
            until_on: string;
        };
        /**
         * Payables
         * @description What a right holder owes: the sum, by payee; who runs its payouts; whether the reader may.
         */
        Payables: {
            /** May Choose */
            may_choose: boolean;
            /** May Request */
            may_request: boolean;
            /** Open Minor */
            open_minor: number;
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: string;
            /** Organization Name */
            organization_name: string;
            /** Payees */
            payees: components["schemas"]["PayableView"][];
            /**
             * Run By
             * @enum {string}
             */
            run_by: "university" | "platform";
        };
        /**
         * PayableView
         * @description What a right holder owes a payee and has not sent yet, and whether it can be paid now.
         */
        PayableView: {
            account: components["schemas"]["AccountView"] | null;
            /** Has Login */
            has_login: boolean;
            /** Name */
            name: string;
            /** Open Minor */
            open_minor: number;
            payee: components["schemas"]["PayeeRef"];
            /** Ready */
            ready: boolean;
            /** Reason */
            reason: string;
            /** Shares */
            shares: number;
        };
        /**
         * PayeeRef
         * @description A payee as the books know it.
         */
        PayeeRef: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "inventor" | "unit" | "university" | "manager";
        };
        /**
         * PaymentState
         * @description Where an attempt stands; the table of moves is in `states.py`.
         * @enum {string}
         */
        PaymentState: "created" | "submitted" | "unknown" | "requires_action" | "processing" | "succeeded" | "failed" | "canceled";
        /**
         * PaymentView
         * @description One attempt to pay. `url` is the provider's page while the payer has to act.
         */
        PaymentView: {
            /** Amount Minor */
            amount_minor: number;
            /** Currency */
            currency: string;
            /** Fee Minor */
            fee_minor: number | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Invoice Id
             * Format: uuid
             */
            invoice_id: string;
            /** Invoice Number */
            invoice_number: string;
            /** Provider */
            provider: string;
            state: components["schemas"]["PaymentState"];
            /**
             * State Since
             * Format: date-time
             */
            state_since: string;
            /** Url */
            url: string | null;
        };
        /**
         * PayoutState
         * @description Where one line of a batch stands.
         * @enum {string}
         */
        PayoutState: "requested" | "held" | "confirmed" | "returned" | "withdrawn";
        /**
         * PayoutView
         * @description One line of a batch: payee, account as it stood, sum and what the bank said.
         */
        PayoutView: {
            /** Account Name */
            account_name: string;
            /** Amount Minor */
            amount_minor: number;
            /** Bank Name */
            bank_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Masked */
            masked: string;
            /**
             * Payee Kind
             * @enum {string}
             */
            payee_kind: "inventor" | "unit" | "university" | "manager";
            /** Payee Name */
            payee_name: string;
            /** Reason */
            reason: string;
            /** Shares */
            shares: number;
            state: components["schemas"]["PayoutState"];
            /**
             * State Since
             * Format: date-time
             */
            state_since: string;
        };
        /**
         * Piece
         * @description A piece of text, marked when it answers the query. Plain text: pages escape it.
         */
        Piece: {
            /** Hit */
            hit: boolean;
            /** Text */
            text: string;
        };
        /**
         * PipelineDeal
         * @description A whole deal as its provider sees it; facts and reasons are empty once consent is withdrawn.
         */
        PipelineDeal: {
            /** Amount Minor */
            amount_minor: number;
            /** Colleagues */
            colleagues: components["schemas"]["ColleagueView"][];
            /** Consented */
            consented: boolean;
            /** Days In State */
            days_in_state: number;
            /** Due On */
            due_on: string | null;
            /** Facts */
            facts: components["schemas"]["FactView"][];
            /** Fields */
            fields: string[];
            /** Firm City */
            firm_city: string;
            /**
             * Firm Id
             * Format: uuid
             */
            firm_id: string;
            /** Firm Name */
            firm_name: string;
            /** History */
            history: components["schemas"]["StepView"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            instrument: components["schemas"]["InstrumentView"];
            /**
             * Instrument Id
             * Format: uuid
             */
            instrument_id: string;
            instrument_name: components["schemas"]["Text-Output"];
            match: components["schemas"]["Match"] | null;
            /** Message */
            message: string;
            /** Moves */
            moves: components["schemas"]["MoveView"][];
            /** Notes */
            notes: components["schemas"]["NoteView"][];
            /** Number */
            number: string;
            /** Owner Id */
            owner_id: string | null;
            /** Owner Name */
            owner_name: string | null;
            /** Purpose */
            purpose: string;
            /**
             * Request Id
             * Format: uuid
             */
            request_id: string;
            /** Score */
            score: number;
            /** Stage */
            stage: string;
            state: components["schemas"]["ApplicationState"];
            /**
             * State Since
             * Format: date-time
             */
            state_since: string;
            status: components["schemas"]["Status"];
            /**
             * Submitted At
             * Format: date-time
             */
            submitted_at: string;
            /** Title */
            title: string;
            /** Trl */
            trl: number | null;
            /** Version */
            version: number;
        };
        /**
         * PipelineItem
         * @description One row of a provider's inbox, table or board.
         */
        PipelineItem: {
            /** Amount Minor */
            amount_minor: number;
            /** Consented */
            consented: boolean;
            /** Days In State */
            days_in_state: number;
            /** Due On */
            due_on: string | null;
            /** Fields */
            fields: string[];
            /** Firm City */
            firm_city: string;
            /**
             * Firm Id
             * Format: uuid
             */
            firm_id: string;
            /** Firm Name */
            firm_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Instrument Id
             * Format: uuid
             */
            instrument_id: string;
            instrument_name: components["schemas"]["Text-Output"];
            /** Number */
            number: string;
            /** Owner Id */
            owner_id: string | null;
            /** Owner Name */
            owner_name: string | null;
            /** Purpose */
            purpose: string;
            /**
             * Request Id
             * Format: uuid
             */
            request_id: string;
            /** Score */
            score: number;
            /** Stage */
            stage: string;
            state: components["schemas"]["ApplicationState"];
            /**
             * State Since
             * Format: date-time
             */
            state_since: string;
            status: components["schemas"]["Status"];
            /**
             * Submitted At
             * Format: date-time
             */
            submitted_at: string;
            /** Title */
            title: string;
            /** Trl */
            trl: number | null;
            /** Version */
            version: number;
        };
        /**
         * Preference
         * @description One soft wish of a provider with its weight.
         */
        "Preference-Input": {
            /** Id */
            id: string;
            label: components["schemas"]["Text-Input"];
            /** Measure */
            measure: components["schemas"]["Meets"] | components["schemas"]["Graded"];
            /** Weight Bps */
            weight_bps: number;
        };
        /**
         * Preference
         * @description One soft wish of a provider with its weight.
         */
        "Preference-Output": {
            /** Id */
            id: string;
            label: components["schemas"]["Text-Output"];
            /** Measure */
            measure: components["schemas"]["Meets"] | components["schemas"]["Graded"];
            /** Weight Bps */
            weight_bps: number;
        };
        /**
         * PreMoney
         * @description The whole firm is valued at a fixed sum before the conversion.
         */
        PreMoney: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "pre_money";
            /** Pre Money Minor */
            pre_money_minor: number;
        };
        /**
         * PresetView
         * @description A mode that a region has published: a complete sheet to start from, in words, with its hash and what is unusual.
         */
        PresetView: {
            /** Cautions */
            cautions: components["schemas"]["Caution"][];
            /** Name */
            name: string;
            sheet: components["schemas"]["TermSheet"];
            /** Terms Hash */
            terms_hash: string;
            /** Text */
            text: string[];
            /** Title */
            title: string;
        };
        /**
         * Price
         * @description The price in words and, where it is a rate, its range in bps a year (shares: bps of the company).
         */
        "Price-Input": {
            kind: components["schemas"]["PriceKind"];
            /** Max Bps */
            max_bps?: number | null;
            /** Min Bps */
            min_bps?: number | null;
            text: components["schemas"]["Text-Input"];
        };
        /**
         * Price
         * @description The price in words and, where it is a rate, its range in bps a year (shares: bps of the company).
         */
        "Price-Output": {
            kind: components["schemas"]["PriceKind"];
            /** Max Bps */
            max_bps?: number | null;
            /** Min Bps */
            min_bps?: number | null;
            text: components["schemas"]["Text-Output"];
        };
        /**
         * PriceKind
         * @description What the money costs.
         * @enum {string}
         */
        PriceKind: "equity" | "grant_then_shares" | "interest" | "guarantee_fee" | "premium" | "discount" | "coupon";
        /**
         * PriceMode
         * @description How a state-owned result is priced: 促进科技成果转化法 §18 knows these three.
         * @enum {string}
         */
        PriceMode: "agreement" | "listed" | "auction";
        /**
         * PriceNotice
         * @description The notice of a negotiated price inside the university: first and last day, days left, objections not settled.
         */
        PriceNotice: {
            /**
             * Begins On
             * Format: date
             */
            begins_on: string;
            /** Days Left */
            days_left: number;
            /**
             * Ends On
             * Format: date
             */
            ends_on: string;
            /** Objections Open */
            objections_open: number;
        };
        /**
         * PriceObjection
         * @description An objection against a negotiated price, by name (实名).
         */
        PriceObjection: {
            /** Contact */
            contact: string;
            /** Name */
            name: string;
            /** Text */
            text: string;
        };
        /**
         * PriceObjectionView
         * @description An objection as the university's officers see it.
         */
        PriceObjectionView: {
            /** Contact */
            contact: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /**
             * Raised At
             * Format: date-time
             */
            raised_at: string;
            /** Resolution */
            resolution: string | null;
            /** Settled At */
            settled_at: string | null;
            /** Text */
            text: string;
            /** Upheld */
            upheld: boolean | null;
        };
        /**
         * ProblemBody
         * @description RFC 9457 problem details with our code and typed parameters.
         */
        ProblemBody: {
            /** Code */
            code: string;
            /** Detail */
            detail: string;
            /** Errors */
            errors?: components["schemas"]["FieldErrorBody"][] | null;
            /** Instance */
            instance: string;
            /** Params */
            params: {
                [key: string]: unknown;
            };
            /** Status */
            status: number;
            /** Title */
            title: string;
            /** Type */
            type: string;
        };
        /**
         * ProductStage
         * @description How far the product is that the technology goes into.
         * @enum {string}
         */
        ProductStage: "design" | "sample" | "small_batch" | "mass_production";
        /**
         * PublicPriceNotice
         * @description One negotiated price on the notice board: name and price, as the law demands, and neither firm nor use.
         */
        PublicPriceNotice: {
            /**
             * Begins On
             * Format: date
             */
            begins_on: string;
            /** Days Left */
            days_left: number;
            /**
             * Deal Id
             * Format: uuid
             */
            deal_id: string;
            /**
             * Ends On
             * Format: date
             */
            ends_on: string;
            /**
             * Listing Id
             * Format: uuid
             */
            listing_id: string;
            /** Number */
            number: string;
            /** Objections Open */
            objections_open: number;
            /** Price Text */
            price_text: string[];
            /** Title */
            title: string;
            /** University Name */
            university_name: string;
        };
        /**
         * QueuePlace
         * @description Where a queued application stands: its place, how many wait in all, eligible firms ahead, and the day it opens.
         */
        QueuePlace: {
            /**
             * Opens On
             * Format: date
             */
            opens_on: string;
            /** Place */
            place: number;
            /** Priority Ahead */
            priority_ahead: number;
            /** Waiting */
            waiting: number;
        };
        /**
         * ReconciliationDifferenceView
         * @description A difference, who looks after it, how old it is, and what happened to it.
         */
        ReconciliationDifferenceView: {
            /** Account Key */
            account_key: string;
            /** Age Days */
            age_days: number;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** History */
            history: components["schemas"]["DifferenceStep"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["DifferenceKind"];
            /** Label */
            label: string;
            /** Line Id */
            line_id: string | null;
            /** Ours Minor */
            ours_minor: number;
            /** Owner Name */
            owner_name: string | null;
            /** Reason */
            reason: string;
            state: components["schemas"]["DifferenceState"];
            /**
             * State Since
             * Format: date-time
             */
            state_since: string;
            /** Theirs Minor */
            theirs_minor: number;
            /** Txn Id */
            txn_id: number | null;
        };
        /**
         * RecordState
         * @description Where a credit record stands. `issued`: signed and ready for the zone; `received`: handed over, with a receipt.
         * @enum {string}
         */
        RecordState: "announced" | "objected" | "issued" | "received" | "withdrawn";
        /**
         * RecordView
         * @description A credit record: only the firm and the default, never a person (个人信息保护法 §13: what is not needed is not given).
         */
        RecordView: {
            /**
             * Announced On
             * Format: date
             */
            announced_on: string;
            /** Answer */
            answer: string;
            /**
             * Case Id
             * Format: uuid
             */
            case_id: string;
            /** Case Number */
            case_number: string;
            case_state: components["schemas"]["CaseState"];
            /** Content Sha256 */
            content_sha256: string;
            /** Contract Number */
            contract_number: string;
            /** File Id */
            file_id: string | null;
            /**
             * Firm Id
             * Format: uuid
             */
            firm_id: string;
            /** Firm Name */
            firm_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Issued On */
            issued_on: string | null;
            /** Moves */
            moves: string[];
            /** Objected On */
            objected_on: string | null;
            /** Objection */
            objection: string;
            /**
             * Objection Until On
             * Format: date
             */
            objection_until_on: string;
            /** Overdue Minor */
            overdue_minor: number;
            /** Receipt Number */
            receipt_number: string;
            /** Received On */
            received_on: string | null;
            state: components["schemas"]["RecordState"];
            /** University Name */
            university_name: string;
            /**
             * Zone Id
             * Format: uuid
             */
            zone_id: string;
            /** Zone Name */
            zone_name: string;
        };
        /**
         * RefusedMove
         * @description A step that starts here but that the reader cannot take now: the refusal's code, and its reason in her language.
         */
        RefusedMove: {
            /** Code */
            code: string;
            /** Move */
            move: string;
            /** Reason */
            reason: string;
        };
        /**
         * RefuseOffer
         * @description The other side does not take this offer; `text` is read by who made it.
         */
        RefuseOffer: {
            /** Terms Hash */
            terms_hash: string;
            /** Text */
            text: string;
        };
        /**
         * Registration
         * @description What the office answered: its number and day; for a technology contract also both amounts it recognized, in fen.
         *
         *     `technical_minor` is the technical part of `total_minor` (技术合同解释 §14).
         */
        Registration: {
            /** Number */
            number: string;
            /**
             * Registered On
             * Format: date
             */
            registered_on: string;
            /** Technical Minor */
            technical_minor?: number | null;
            /** Total Minor */
            total_minor?: number | null;
        };
        /**
         * ReminderView
         * @description A rung of the ladder of reminders; `sent_on` is null for one that is still to come or was passed over.
         */
        ReminderView: {
            /**
             * Send On
             * Format: date
             */
            send_on: string;
            /** Sent On */
            sent_on: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "sent" | "passed";
            /** Step Days */
            step_days: number;
        };
        /**
         * Repayment
         * @description What the firm paid back to its insurer or guarantor, and the bank's number of that payment.
         */
        Repayment: {
            /** Amount Minor */
            amount_minor: number;
            /** Bank Number */
            bank_number: string;
        };
        /**
         * Reply
         * @description The firm's reply to a question.
         */
        Reply: {
            /** Text */
            text: string;
        };
        /**
         * RequestState
         * @description Where a funding request stands.
         * @enum {string}
         */
        RequestState: "open" | "closed";
        /**
         * ResponseRate
         * @description How a university answers questions and applications, over the last `months` months: nothing but counts.
         *
         *     `count` is None below `least`: too few to tell. `in_time_bps` is the share answered within the clock of
         *     `reply_workdays`, in basis points; `median_workdays` is over the answered ones, None where none was answered.
         */
        ResponseRate: {
            /** Count */
            count: number | null;
            /** Explanation */
            explanation: string;
            /** In Time Bps */
            in_time_bps: number | null;
            /** Least */
            least: number;
            /** Median Workdays */
            median_workdays: number | null;
            /** Months */
            months: number;
            /** Reply Workdays */
            reply_workdays: number;
            /**
             * University Id
             * Format: uuid
             */
            university_id: string;
        };
        /**
         * ResultFileView
         * @description A bank's answer that was imported: how many of its lines were news, and of what kind.
         */
        ResultFileView: {
            /** Confirmed */
            confirmed: number;
            /** File Name */
            file_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Imported At
             * Format: date-time
             */
            imported_at: string;
            /** Imported By Name */
            imported_by_name: string | null;
            /** Lines */
            lines: number;
            /** Returned */
            returned: number;
        };
        /**
         * Results
         * @description What the bank said of the lines of a batch.
         */
        Results: {
            /** Confirmed */
            confirmed?: string[];
            /** Returned */
            returned?: components["schemas"]["Returned"][];
        };
        /**
         * ReturnCertificate
         * @description Everything that was handed over, returned or destroyed after the technology was given back.
         */
        ReturnCertificate: {
            /** Items */
            items: components["schemas"]["ReturnedItem"][];
            /**
             * Text
             * @default
             */
            text?: string;
        };
        /**
         * ReturnCredit
         * @description Send a payer's credit back to its account.
         */
        ReturnCredit: {
            /** Amount Minor */
            amount_minor: number;
            /**
             * Firm Id
             * Format: uuid
             */
            firm_id: string;
            /** Payee Account */
            payee_account: string;
            /** Reason */
            reason: string;
        };
        /**
         * Returned
         * @description A line that the bank did not pay, or that came back, and why.
         */
        Returned: {
            /**
             * Payout Id
             * Format: uuid
             */
            payout_id: string;
            /** Reason */
            reason: string;
        };
        /**
         * ReturnedItem
         * @description One material of the licensor and what became of it.
         */
        ReturnedItem: {
            /**
             * How
             * @enum {string}
             */
            how: "returned" | "destroyed";
            /** Name */
            name: string;
            /**
             * On
             * Format: date
             */
            on: string;
        };
        /**
         * ReturnLine
         * @description Send what is left of a receipt back to where it came from.
         */
        ReturnLine: {
            /** Reason */
            reason: string;
        };
        /**
         * ReturnState
         * @description Where a return stands; the table of moves is in `states.py`.
         * @enum {string}
         */
        ReturnState: "asked" | "approved" | "declined" | "sent";
        /**
         * ReturnView
         * @description Money that goes back to its payer.
         */
        ReturnView: {
            /** Account No */
            account_no: string;
            /** Amount Minor */
            amount_minor: number;
            /** Asked By */
            asked_by: string | null;
            /** Firm Id */
            firm_id: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Line Id */
            line_id: string | null;
            /** Mine */
            mine: boolean;
            /** Payee Account */
            payee_account: string;
            /** Payee Name */
            payee_name: string;
            /** Reason */
            reason: string;
            state: components["schemas"]["ReturnState"];
            /**
             * State Since
             * Format: date-time
             */
            state_since: string;
        };
        /**
         * Revision
         * @description What one sheet changes against another, and what each costs on the firm's sales plan, in fen; no cost without a plan.
         */
        Revision: {
            /** Cautions */
            cautions: string[];
            cost_after: components["schemas"]["Cost"] | null;
            cost_before: components["schemas"]["Cost"] | null;
            /** Differences */
            differences: components["schemas"]["DifferenceView"][];
        };
        /**
         * RightDraft
         * @description A right as the officer enters it; `number` is checked and normalized when stored.
         */
        RightDraft: {
            /** Annuity Paid To */
            annuity_paid_to?: string | null;
            /**
             * Co Owner
             * @default
             */
            co_owner?: string;
            /**
             * Co Owner Consent
             * @default false
             */
            co_owner_consent?: boolean;
            /** Filed On */
            filed_on?: string | null;
            /** Granted On */
            granted_on?: string | null;
            kind: components["schemas"]["RightKind"];
            /**
             * Number
             * @default
             */
            number?: string;
            /**
             * Title
             * @default
             */
            title?: string;
        };
        /**
         * RightEventKind
         * @description What happens to a licensed right: its publication and grant, its invalidation (专利法 §45-47) or its lapse (§44).
         * @enum {string}
         */
        RightEventKind: "published" | "granted" | "invalidated" | "lapsed";
        /**
         * RightKind
         * @description What kind of right a licence would cover.
         * @enum {string}
         */
        RightKind: "patent" | "application" | "know_how" | "software";
        /**
         * RightRecord
         * @description What happened to a right: its place in the contract, the day, the number of the decision or announcement.
         */
        RightRecord: {
            /**
             * Document Number
             * @default
             */
            document_number?: string;
            /** File Ids */
            file_ids?: string[];
            /**
             * Happened On
             * Format: date
             */
            happened_on: string;
            kind: components["schemas"]["RightEventKind"];
            /** Position */
            position: number;
        };
        /**
         * RightView
         * @description A stored right; `number` is normalized, `display` is how people write it, `ends_on` its last day (专利法 §42).
         */
        RightView: {
            /** Annuity Paid To */
            annuity_paid_to?: string | null;
            /**
             * Co Owner
             * @default
             */
            co_owner?: string;
            /**
             * Co Owner Consent
             * @default false
             */
            co_owner_consent?: boolean;
            /** Display */
            display: string;
            /** Ends On */
            ends_on: string | null;
            /** Filed On */
            filed_on?: string | null;
            /** Granted On */
            granted_on?: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["RightKind"];
            /**
             * Number
             * @default
             */
            number?: string;
            /** Status */
            status: string;
            /**
             * Title
             * @default
             */
            title?: string;
        };
        /**
         * RiskShare
         * @description Who bears which part of a loss.
         */
        "RiskShare-Input": {
            /** Bps */
            bps: number;
            party: components["schemas"]["Text-Input"];
        };
        /**
         * RiskShare
         * @description Who bears which part of a loss.
         */
        "RiskShare-Output": {
            /** Bps */
            bps: number;
            party: components["schemas"]["Text-Output"];
        };
        /**
         * RoomBrief
         * @description A room of one's own university in a list.
         */
        RoomBrief: {
            /** Active */
            active: number;
            /** Files */
            files: number;
            /** Is Open */
            is_open: boolean;
            /**
             * Listing Id
             * Format: uuid
             */
            listing_id: string;
            /** Listing Number */
            listing_number: string;
            /** Listing Title */
            listing_title: string;
            /** Waiting */
            waiting: number;
        };
        /**
         * RoomSettings
         * @description Whether the room is open at all, and how many days an access lasts from the university's signature.
         */
        RoomSettings: {
            /** Access Days */
            access_days: number;
            /** Is Open */
            is_open: boolean;
        };
        /**
         * RoomView
         * @description The room of a listing as its reader may see it: the university all of it, a firm what its access opens.
         */
        RoomView: {
            /** Access Days */
            access_days: number;
            /** Accesses */
            accesses: components["schemas"]["AccessBrief"][];
            /** Can Edit */
            can_edit: boolean;
            /** Can Read */
            can_read: boolean;
            /** File Mb */
            file_mb: number;
            /** Files */
            files: components["schemas"]["DataFileView"][];
            /** Is Open */
            is_open: boolean;
            /**
             * Listing Id
             * Format: uuid
             */
            listing_id: string;
            /** Listing Number */
            listing_number: string;
            /** Listing Title */
            listing_title: string;
            /**
             * Side
             * @enum {string}
             */
            side: "university" | "firm";
            /**
             * University Id
             * Format: uuid
             */
            university_id: string;
            /** University Name */
            university_name: string;
        };
        /**
         * Royalty
         * @description A running fee on one of the bases that 民法典 §846 lists, with access to the accounts.
         */
        Royalty: {
            /**
             * Audit Right
             * @default true
             */
            audit_right?: boolean;
            /**
             * Base
             * @enum {string}
             */
            base: "product_price" | "new_output_value" | "profit" | "net_sales" | "per_unit";
            /** Cap Total Minor */
            cap_total_minor?: number | null;
            /**
             * Min Annual Minor
             * @default 0
             */
            min_annual_minor?: number;
            /**
             * Report Days
             * @default 30
             */
            report_days?: number;
            /**
             * Report Frequency
             * @default quarterly
             * @enum {string}
             */
            report_frequency?: "quarterly" | "half_yearly" | "yearly";
            /** Schedule */
            schedule: components["schemas"]["FixedRate"] | components["schemas"]["YearlyRates"] | components["schemas"]["TieredRate"] | components["schemas"]["UnitFee"];
        };
        /**
         * Ruling
         * @description What a court, an arbitrator or a mediator decided: the day, or none; the number of the decision.
         */
        Ruling: {
            /** Document Number */
            document_number: string;
            /** On */
            on?: string | null;
            /** Text */
            text: string;
        };
        /**
         * ScanView
         * @description A scan of a text signed on paper: whose, and what the other side says. `may_answer`: the reader may confirm or reject.
         */
        ScanView: {
            /** Answered At */
            answered_at: string | null;
            /**
             * File Id
             * Format: uuid
             */
            file_id: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * May Answer
             * @default false
             */
            may_answer?: boolean;
            /**
             * Organization Id
             * Format: uuid
             */
            organization_id: string;
            /** Reason */
            reason: string;
            /** Sha256 */
            sha256: string;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "confirmed" | "rejected" | "replaced";
            /**
             * Uploaded At
             * Format: date-time
             */
            uploaded_at: string;
            /** Uploader Name */
            uploader_name: string;
        };
        /**
         * Scenario
         * @description One way under a part of the planned sales: by year, in all, and what that is worth on the first day, in fen.
         */
        Scenario: {
            /**
             * Name
             * @enum {string}
             */
            name: "none" | "low" | "expected" | "best";
            /** Present Value Minor */
            present_value_minor: number;
            /** Sales Bps */
            sales_bps: number;
            /** Sales Minor */
            sales_minor: number;
            /** Total Minor */
            total_minor: number;
            /** Years */
            years: components["schemas"]["WayYear"][];
        };
        /**
         * ScorePart
         * @description What one preference earned: `points` of `points_max`, and what was seen.
         */
        ScorePart: {
            /** Fields */
            fields: string[];
            /** Id */
            id: string;
            label: components["schemas"]["Text-Output"];
            /** Points */
            points: number;
            /** Points Max */
            points_max: number;
            saw: components["schemas"]["Text-Output"];
            /** Unknown */
            unknown: string[];
        };
        /**
         * SecondFactor
         * @description An authenticator's code.
         */
        SecondFactor: {
            /** Code */
            code: string;
        };
        /**
         * SettlementAgreement
         * @description Agreement to exactly the proposal shown.
         */
        SettlementAgreement: {
            /** On */
            on?: string | null;
        };
        /**
         * SettlementProposal
         * @description How a dispute could end: the day both would accept, or none, so that the claim is dropped.
         */
        SettlementProposal: {
            /** On */
            on?: string | null;
            /** Text */
            text: string;
        };
        /**
         * SettleObjection
         * @description The university's answer to an objection: upheld sends the listing back to draft.
         */
        SettleObjection: {
            /** Resolution */
            resolution: string;
            /** Upheld */
            upheld: boolean;
        };
        /**
         * SettlePriceObjection
         * @description The university's answer: upheld sends the deal back to the table, otherwise the notice goes on.
         */
        SettlePriceObjection: {
            /** Resolution */
            resolution: string;
            /** Upheld */
            upheld: boolean;
        };
        /**
         * ShareView
         * @description One payee's part, its rule and its arithmetic in the reader's language.
         *
         *     Payees of other holders are summed into one share of kind `holder`.
         */
        ShareView: {
            /** Amount Minor */
            amount_minor: number;
            /** Arithmetic */
            arithmetic: string;
            /** Holder Id */
            holder_id: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Payee Kind */
            payee_kind: ("inventor" | "unit" | "university" | "manager" | "cost" | "platform") | "holder";
            /** Payee Name */
            payee_name: string;
            /** Source */
            source: string;
        };
        /**
         * SignatureView
         * @description One signature as found in a file. `stamped_at`: the instant of its time stamp; None without one.
         */
        SignatureView: {
            /** Field */
            field: string;
            /** Intact */
            intact: boolean;
            /** Organization Name */
            organization_name: string;
            /** Person Name */
            person_name: string;
            /**
             * Signed At
             * Format: date-time
             */
            signed_at: string;
            /** Stamped At */
            stamped_at?: string | null;
            /** Trusted */
            trusted: boolean;
        };
        /**
         * SignContract
         * @description The signer agrees to exactly the text with this SHA-256: the one she was shown.
         */
        SignContract: {
            /** Content Sha256 */
            content_sha256: string;
        };
        /**
         * Signed
         * @description Who signed for a side, and when.
         */
        Signed: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Name */
            name: string;
        };
        /**
         * SignIn
         * @description A sign-in form.
         */
        SignIn: {
            /** Login */
            login: string;
            /** Password */
            password: string;
        };
        /**
         * SignUndertaking
         * @description Exactly the text that was shown: the hash of the unsigned undertaking.
         */
        SignUndertaking: {
            /** Content Sha256 */
            content_sha256: string;
        };
        /**
         * Simulation
         * @description The cost of a licence for a sales plan, in fen.
         *
         *     `later_minor` falls due after the simulated years even if nothing more is sold. `worst_case_minor` is the cost
         *     of the same years when nothing is sold at all. `break_even_sales_minor` are the total sales from which buying
         *     outright would have been as cheap; None when there is no outright price or no such point.
         */
        Simulation: {
            /** Break Even Sales Minor */
            break_even_sales_minor: number | null;
            /** Difference Minor */
            difference_minor: number | null;
            facts: components["schemas"]["ContractFacts"];
            /** Later Minor */
            later_minor: number;
            /** Obligations */
            obligations: components["schemas"]["Obligation"][];
            /** Outright Minor */
            outright_minor: number | null;
            /** Total Minor */
            total_minor: number;
            /** Trigger On */
            trigger_on: string | null;
            /** Worst Case Minor */
            worst_case_minor: number;
            /** Years */
            years: components["schemas"]["YearCost"][];
        };
        /**
         * SomeOfLeaves
         * @description At least one leaf holds.
         */
        SomeOfLeaves: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "any";
            /** Of */
            of: (components["schemas"]["OneOf"] | components["schemas"]["AnyOf"] | components["schemas"]["Between"] | components["schemas"]["ValidOn"] | components["schemas"]["Flag"] | components["schemas"]["AtMostShare"] | components["schemas"]["Headroom"] | components["schemas"]["NotOn"])[];
        };
        /**
         * SomeOfParts
         * @description At least one part, leaf or inner group, holds.
         */
        SomeOfParts: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "any";
            /** Of */
            of: (components["schemas"]["OneOf"] | components["schemas"]["AnyOf"] | components["schemas"]["Between"] | components["schemas"]["ValidOn"] | components["schemas"]["Flag"] | components["schemas"]["AtMostShare"] | components["schemas"]["Headroom"] | components["schemas"]["NotOn"] | components["schemas"]["AllOfLeaves"] | components["schemas"]["SomeOfLeaves"] | components["schemas"]["NoneOfLeaves"])[];
        };
        /**
         * SpecialClauses
         * @description Clauses of the parties' own for a contract whose text has this SHA-256 now.
         */
        SpecialClauses: {
            /** Clauses */
            clauses: string[];
            /** Content Sha256 */
            content_sha256: string;
        };
        /**
         * Stage
         * @description How many deals of a provider stand at a stage.
         */
        Stage: {
            /** Count */
            count: number;
            /** State */
            state: string;
        };
        /**
         * Statement
         * @description Everything that a person was credited: sums by state, by contract and year, each share, hints on tax.
         */
        Statement: {
            /** Accounts */
            accounts: components["schemas"]["PayableView"][];
            /**
             * As Of
             * Format: date
             */
            as_of: string;
            /** Hints */
            hints: components["schemas"]["TaxHint"][];
            /** Lines */
            lines: components["schemas"]["StatementLine"][];
            /** Name */
            name: string;
            /** Paid Minor */
            paid_minor: number;
            /** Payable Minor */
            payable_minor: number;
            /** Proposed Minor */
            proposed_minor: number;
            /** Sums */
            sums: components["schemas"]["StatementSum"][];
            /** Under Way Minor */
            under_way_minor: number;
            /** Years */
            years: number[];
        };
        /**
         * StatementLine
         * @description One share of a person: from which payment, how it was counted, and whether it was paid out.
         */
        StatementLine: {
            /** Amount Minor */
            amount_minor: number;
            /** Arithmetic */
            arithmetic: string;
            /**
             * Contract Id
             * Format: uuid
             */
            contract_id: string;
            /** Contract Number */
            contract_number: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Payee Kind
             * @enum {string}
             */
            payee_kind: "inventor" | "manager";
            /**
             * Received On
             * Format: date
             */
            received_on: string;
            /**
             * Since On
             * Format: date
             */
            since_on: string;
            /** Source */
            source: string;
            /**
             * State
             * @enum {string}
             */
            state: "proposed" | "payable" | "under_way" | "paid";
            /** Title */
            title: string;
            /** University Name */
            university_name: string;
        };
        /**
         * StatementSum
         * @description A person's shares of one contract in one year of receipt.
         */
        StatementSum: {
            /** Amount Minor */
            amount_minor: number;
            /** Contract Number */
            contract_number: string;
            /** Paid Minor */
            paid_minor: number;
            /** Title */
            title: string;
            /** Year */
            year: number;
        };
        /**
         * StatementView
         * @description What an import did: lines in the file, how many were news, and what became of those. Balances where the file told them.
         */
        StatementView: {
            /** Account No */
            account_no: string;
            /** Bank Name */
            bank_name: string;
            /** Closing Minor */
            closing_minor: number | null;
            /** File Name */
            file_name: string;
            /** From On */
            from_on: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Imported At
             * Format: date-time
             */
            imported_at: string;
            /** Known */
            known: number;
            /** Layout */
            layout: string;
            /** Lines */
            lines: number;
            /** Matched */
            matched: number;
            /** New */
            new: number;
            /** Opening Minor */
            opening_minor: number | null;
            /** Repeated */
            repeated: boolean;
            /** Sent */
            sent: number;
            /** To On */
            to_on: string | null;
            /** Unmatched */
            unmatched: number;
        };
        /**
         * Status
         * @description The answer to all gates of a product.
         * @enum {string}
         */
        Status: "eligible" | "possible" | "excluded";
        /**
         * Step
         * @description A step of the checklist, and where it is taken; a link outside /app is a public page.
         */
        Step: {
            /** Done */
            done: boolean;
            key: components["schemas"]["StepKey"];
            /** Link */
            link: string;
        };
        /**
         * StepKey
         * @description A step on the way to the first result, for a desk that has none yet.
         * @enum {string}
         */
        StepKey: "profile" | "application" | "contract" | "funding" | "listing" | "approval" | "published" | "instrument" | "deal";
        /**
         * StepReason
         * @description Why somebody takes a step.
         */
        StepReason: {
            /** Reason */
            reason: string;
        };
        /**
         * StepView
         * @description One step in the life of a deal: who, when, why.
         */
        StepView: {
            /** Actor Name */
            actor_name: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** From State */
            from_state: string | null;
            /** Move */
            move: string;
            /** Reason */
            reason: string | null;
            /** To State */
            to_state: string;
        };
        /**
         * Submission
         * @description The day on which the pack was handed in.
         */
        Submission: {
            /**
             * Submitted On
             * Format: date
             */
            submitted_on: string;
        };
        /**
         * SubmitApplication
         * @description Hand a request to a provider. `consent`: she may read the fact sheet. `message`: words to the provider.
         */
        SubmitApplication: {
            /**
             * Consent
             * @default false
             */
            consent?: boolean;
            /**
             * Instrument Id
             * Format: uuid
             */
            instrument_id: string;
            /**
             * Message
             * @default
             */
            message?: string;
        };
        /**
         * SubmitDeal
         * @description The firm applies for exactly these terms: the hash it was shown.
         */
        SubmitDeal: {
            /** Terms Hash */
            terms_hash: string;
        };
        /**
         * Suggestion
         * @description An invoice that a bank line may pay, how likely from 0 to 100, what speaks for it, and how much of the line is proposed.
         */
        Suggestion: {
            /** Amount Minor */
            amount_minor: number;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /** Evidence */
            evidence: components["schemas"]["MatchEvidence"][];
            /** Firm Name */
            firm_name: string;
            /**
             * Invoice Id
             * Format: uuid
             */
            invoice_id: string;
            /** Number */
            number: string;
            /** Open Minor */
            open_minor: number;
            /** Score */
            score: number;
            /** Title */
            title: string;
        };
        /**
         * SwitchOrganization
         * @description Act for another of one's organizations.
         */
        SwitchOrganization: {
            /**
             * Membership Id
             * Format: uuid
             */
            membership_id: string;
        };
        /**
         * TaxHint
         * @description How such income is usually taxed: a suggestion with its source, never advice; `confirmed` false: to be checked.
         */
        TaxHint: {
            /** Confirmed */
            confirmed: boolean;
            /** Source */
            source: string;
            /** Text */
            text: string;
            /** Title */
            title: string;
        };
        /**
         * TaxInvoiceState
         * @description Where a request for a 发票 stands; the table of moves is in `states.py`.
         * @enum {string}
         */
        TaxInvoiceState: "requested" | "issued" | "declined";
        /**
         * TaxInvoiceView
         * @description A request for the 发票 of an invoice, with all that a 数电发票 needs, and what came of it. Amount in fen, tax included.
         *
         *     `vat_bps` and `category_code` are what the rulebook suggests for a transfer of technology; `tax_source` says from where,
         *     `tax_confirmed` whether it was checked with the tax office.
         */
        TaxInvoiceView: {
            /** Address */
            address: string;
            /** Amount Minor */
            amount_minor: number;
            /** Bank Account */
            bank_account: string;
            /** Bank Name */
            bank_name: string;
            /** Category Code */
            category_code: string;
            /** Charge */
            charge: string;
            /** Charge Kind */
            charge_kind: string;
            /** Contract Number */
            contract_number: string;
            /** Declined Reason */
            declined_reason: string;
            /** Email */
            email: string;
            /** File Id */
            file_id: string | null;
            /**
             * Firm Id
             * Format: uuid
             */
            firm_id: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Invoice Id
             * Format: uuid
             */
            invoice_id: string;
            /** Invoice Number */
            invoice_number: string;
            /** Issued Number */
            issued_number: string | null;
            /** Issued On */
            issued_on: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "special" | "ordinary";
            /** May Answer */
            may_answer: boolean;
            /** Phone */
            phone: string;
            /** Project */
            project: string;
            /**
             * Requested On
             * Format: date
             */
            requested_on: string;
            state: components["schemas"]["TaxInvoiceState"];
            /** Tax Confirmed */
            tax_confirmed: boolean;
            /** Tax Number */
            tax_number: string;
            /** Tax Source */
            tax_source: string;
            /** Title */
            title: string;
            /**
             * University Id
             * Format: uuid
             */
            university_id: string;
            /** University Name */
            university_name: string;
            /** University Uscc */
            university_uscc: string;
            /** Vat Bps */
            vat_bps: number;
        };
        /**
         * Terms
         * @description What is offered: amount in fen, price, term in months, repayment, security and who shares the risk.
         */
        "Terms-Input": {
            /** Amount Max Minor */
            amount_max_minor: number;
            /** Amount Min Minor */
            amount_min_minor: number;
            price: components["schemas"]["Price-Input"];
            repayment: components["schemas"]["Text-Input"];
            /**
             * Risk Shares
             * @default []
             */
            risk_shares?: components["schemas"]["RiskShare-Input"][];
            security: components["schemas"]["Text-Input"];
            /** Tenor Months Max */
            tenor_months_max?: number | null;
            /** Tenor Months Min */
            tenor_months_min?: number | null;
        };
        /**
         * Terms
         * @description What is offered: amount in fen, price, term in months, repayment, security and who shares the risk.
         */
        "Terms-Output": {
            /** Amount Max Minor */
            amount_max_minor: number;
            /** Amount Min Minor */
            amount_min_minor: number;
            price: components["schemas"]["Price-Output"];
            repayment: components["schemas"]["Text-Output"];
            /**
             * Risk Shares
             * @default []
             */
            risk_shares?: components["schemas"]["RiskShare-Output"][];
            security: components["schemas"]["Text-Output"];
            /** Tenor Months Max */
            tenor_months_max?: number | null;
            /** Tenor Months Min */
            tenor_months_min?: number | null;
        };
        /**
         * TermSheet
         * @description What a licence promises. The same frozen object drives simulation, contract text, schedule and invoices.
         *
         *     Fields added after the first sheets were signed are left out of every written form while they are None: the hash
         *     of a sheet that does not use them must stay what both parties signed.
         */
        TermSheet: {
            /**
             * Annuity Payer
             * @default licensor
             * @enum {string}
             */
            annuity_payer?: "licensor" | "licensee";
            /** Buyout Price Minor */
            buyout_price_minor?: number | null;
            /**
             * Confidentiality Months
             * @default 60
             */
            confidentiality_months?: number;
            conversion?: components["schemas"]["Conversion"] | null;
            /**
             * Currency
             * @default CNY
             * @constant
             */
            currency?: "CNY";
            /** Deferral Trigger */
            deferral_trigger: components["schemas"]["AtEffect"] | components["schemas"]["AfterMonths"] | components["schemas"]["AtFirstIncome"] | components["schemas"]["AtMilestone"] | components["schemas"]["EarliestOf"];
            /**
             * Deferred Fee Minor
             * @default 0
             */
            deferred_fee_minor?: number;
            /**
             * Entry Fee Minor
             * @default 0
             */
            entry_fee_minor?: number;
            /**
             * Exit
             * @default return_data
             * @enum {string}
             */
            exit?: "return_data" | "destroy_data";
            /** Field Of Use */
            field_of_use: string;
            /**
             * Free Period Months
             * @default 12
             */
            free_period_months?: number;
            /**
             * Improvements
             * @default each_keeps
             * @enum {string}
             */
            improvements?: "each_keeps" | "shared" | "licensor_option";
            instalments?: components["schemas"]["Instalments"] | null;
            /**
             * Late Interest Bps Per Day
             * @default 5
             */
            late_interest_bps_per_day?: number;
            /**
             * Licence Type
             * @default non_exclusive
             * @enum {string}
             */
            licence_type?: "non_exclusive" | "sole" | "exclusive";
            /**
             * Milestones
             * @default []
             */
            milestones?: components["schemas"]["Milestone"][];
            /** Months */
            months: number;
            /**
             * Payment Days
             * @default 30
             */
            payment_days?: number;
            royalty?: components["schemas"]["Royalty"] | null;
            /**
             * Schema Version
             * @default 1
             * @constant
             */
            schema_version?: 1;
            /** Start On */
            start_on?: string | null;
            /**
             * Sublicensable
             * @default false
             */
            sublicensable?: boolean;
            /** Territory */
            territory: string;
        };
        /**
         * Text
         * @description One sentence in both languages; `{name}` is filled from parameters.
         */
        "Text-Input": {
            /** En */
            en: string;
            /** Zh */
            zh: string;
        };
        /**
         * Text
         * @description One sentence in both languages; `{name}` is filled from parameters.
         */
        "Text-Output": {
            /** En */
            en: string;
            /** Zh */
            zh: string;
        };
        /**
         * Tier
         * @description The share of that part of a year's base which lies above a threshold.
         */
        Tier: {
            /** Above Minor */
            above_minor: number;
            /** Rate Bps */
            rate_bps: number;
        };
        /**
         * TieredRate
         * @description Shares by slices of each paying year's base, like an income tax.
         */
        TieredRate: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "tiered";
            /** Tiers */
            tiers: components["schemas"]["Tier"][];
        };
        /**
         * TimelineEntry
         * @description One line of the life of a contract: `done` has happened, the rest lies ahead; `on` None: not yet dated.
         */
        TimelineEntry: {
            /** Amount Minor */
            amount_minor?: number | null;
            /** Done */
            done: boolean;
            /** Kind */
            kind: string;
            /** On */
            on: string | null;
            /** Title */
            title: string;
        };
        /**
         * TimelineLine
         * @description A dated line of a case: what happened, by whom, with which document; or what lies ahead (`done` false).
         */
        TimelineLine: {
            /** Detail */
            detail: string;
            /** Done */
            done: boolean;
            /** File Id */
            file_id: string | null;
            /** Kind */
            kind: string;
            /** On */
            on: string | null;
            /** Title */
            title: string;
            /** Who */
            who: string;
        };
        /**
         * Todo
         * @description One object and the one thing to do with it. `party`: the other side; `amount_minor` in fen; `link` is a page.
         */
        Todo: {
            /** Amount Minor */
            amount_minor?: number | null;
            /** Count */
            count?: number | null;
            /** Due On */
            due_on?: string | null;
            kind: components["schemas"]["TodoKind"];
            /** Link */
            link: string;
            /**
             * Number
             * @default
             */
            number?: string;
            /** Object Id */
            object_id: string | null;
            /**
             * Overdue
             * @default false
             */
            overdue?: boolean;
            /**
             * Party
             * @default
             */
            party?: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /** Title */
            title: string;
        };
        /**
         * TodoKind
         * @description The one thing to do with an object now.
         * @enum {string}
         */
        TodoKind: "submit_application" | "reply_to_question" | "confirm_terms" | "answer_offer" | "answer_application" | "revise_listing" | "approve_listing" | "start_notice" | "settle_objection" | "publish_listing" | "confirm_listing" | "sign_contract" | "decide_free_use" | "file_statement" | "pay_invoice" | "ask_tax_again" | "issue_tax_invoice" | "decide_adjustment" | "match_money" | "approve_distribution" | "approve_payout" | "look_at_deal" | "advance_deal";
        /**
         * Track
         * @description The eleven new tracks of the same document.
         * @enum {string}
         */
        Track: "人工智能" | "前沿新材料" | "氢能和新型储能" | "低空经济" | "第三代半导体" | "6G" | "量子科技" | "合成生物" | "未来网络" | "具身智能机器人" | "商业航天";
        /**
         * TransactionView
         * @description One booked business fact with all its legs.
         */
        TransactionView: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Currency */
            currency: string;
            /**
             * Effective At
             * Format: date-time
             */
            effective_at: string;
            /** Entries */
            entries: components["schemas"]["EntryView"][];
            /** Id */
            id: number;
            /** Idem Key */
            idem_key: string;
            /** Kind */
            kind: string;
            /** Reverses Id */
            reverses_id: number | null;
            /** Source Id */
            source_id: string | null;
            /** Source Type */
            source_type: string;
        };
        /**
         * TransferRecord
         * @description The recording of the transfer after a buy-out or conversion.
         */
        TransferRecord: {
            /** Number */
            number: string;
            /**
             * Recorded On
             * Format: date
             */
            recorded_on: string;
        };
        /**
         * UndertakingClause
         * @description One clause: the Chinese text that binds, and its reading copy in English.
         */
        UndertakingClause: {
            /** En */
            en: string;
            /** Zh */
            zh: string;
        };
        /**
         * UnitFee
         * @description A fixed sum for every unit made or sold.
         */
        UnitFee: {
            /** Fee Minor */
            fee_minor: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "per_unit";
        };
        /**
         * UniversityFigures
         * @description What a university has on offer and under contract, and its calendar year in fen.
         */
        UniversityFigures: {
            /** Applications Waiting */
            applications_waiting: number;
            /** Contracted Minor */
            contracted_minor: number;
            /** Contracts Running */
            contracts_running: number;
            /** Distributed Minor */
            distributed_minor: number;
            /** Due Minor */
            due_minor: number;
            /** Listings Open */
            listings_open: number;
            /** Received Minor */
            received_minor: number;
            /** Year */
            year: number;
        };
        /**
         * UnreadCount
         * @description How many messages wait.
         */
        UnreadCount: {
            /** Unread */
            unread: number;
        };
        /**
         * UseCredit
         * @description How much of a payer's credit settles an invoice.
         */
        UseCredit: {
            /** Amount Minor */
            amount_minor: number;
        };
        /**
         * UseReportView
         * @description A period of use: filed, or to be filed by its last day; `ended`: it is over, so its report can be filed.
         */
        UseReportView: {
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /** Ended */
            ended: boolean;
            /** Filed At */
            filed_at: string | null;
            /**
             * From On
             * Format: date
             */
            from_on: string;
            /** Late */
            late: boolean;
            /** Outlook */
            outlook: string;
            /** Problems */
            problems: string;
            stage: components["schemas"]["ProductStage"] | null;
            /**
             * To On
             * Format: date
             */
            to_on: string;
            usage: components["schemas"]["UseState"] | null;
        };
        /**
         * UseState
         * @description How far the firm uses the technology.
         * @enum {string}
         */
        UseState: "not_started" | "trial" | "in_production" | "paused";
        /** ValidationError */
        ValidationError: {
            /** Context */
            ctx?: Record<string, never>;
            /** Input */
            input?: unknown;
            /** Location */
            loc: (string | number)[];
            /** Message */
            msg: string;
            /** Error Type */
            type: string;
        };
        /**
         * ValidOn
         * @description The certificate is held and still valid on the decision date.
         */
        ValidOn: {
            /**
             * Certificate
             * @enum {string}
             */
            certificate: "tech_sme" | "hnte" | "innovative_sme" | "specialized_sme" | "little_giant";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "valid_on";
        };
        /**
         * Verdict
         * @description The three values of a condition: never treat what is unknown as passed or failed.
         * @enum {string}
         */
        Verdict: "pass" | "fail" | "unknown";
        /**
         * Way
         * @description One of the ways, in fen. `years`, `total_minor`, `present_value_minor` are those of the plan as it was given.
         *
         *     `later_minor` comes into being after the planned years even if nothing more is sold. `worst_case_minor` is the cost
         *     of the years when nothing is sold; `returned_minor` the cost of giving the technology back at the end of free use,
         *     None where there is no free use. `break_even_sales_minor` are the total sales from which using first costs the
         *     outright price, None for the other ways; `reaches_outright_in_year` the first planned year by whose end a licence has
         *     cost that much.
         */
        Way: {
            /** Break Even Sales Minor */
            break_even_sales_minor: number | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "use_first" | "outright" | "ordinary";
            /** Later Minor */
            later_minor: number;
            /** Present Value Minor */
            present_value_minor: number;
            /** Reaches Outright In Year */
            reaches_outright_in_year: number | null;
            /** Returned Minor */
            returned_minor: number | null;
            /**
             * Risk
             * @enum {string}
             */
            risk: "licensor" | "shared" | "licensee";
            /** Scenarios */
            scenarios: components["schemas"]["Scenario"][];
            /** Total Minor */
            total_minor: number;
            /** Worst Case Minor */
            worst_case_minor: number;
            /** Years */
            years: components["schemas"]["WayYear"][];
        };
        /**
         * WayOut
         * @description The chosen facet to drop when nothing was found, and how many listings that frees.
         */
        WayOut: {
            /** Facet */
            facet: string;
            /** Frees */
            frees: number;
        };
        /**
         * WayYear
         * @description What one way makes owed in a contract year, by kind and in all, and up to its end, in fen.
         */
        WayYear: {
            /** Cumulative Minor */
            cumulative_minor: number;
            /** Due Minor */
            due_minor: number;
            /** Fixed Minor */
            fixed_minor: number;
            /** Royalty Minor */
            royalty_minor: number;
            /** Sales Minor */
            sales_minor: number;
            /** Year */
            year: number;
        };
        /**
         * Withdrawal
         * @description Why the firm withdraws; may stay empty.
         */
        Withdrawal: {
            /**
             * Reason
             * @default
             */
            reason?: string;
        };
        /**
         * WithdrawInstrument
         * @description Why a product is taken off the market.
         */
        WithdrawInstrument: {
            /** Reason */
            reason: string;
        };
        /**
         * WithReason
         * @description Why something is undone, declined or set aside: shown to everybody who sees it later.
         */
        WithReason: {
            /** Reason */
            reason: string;
        };
        /**
         * Worklist
         * @description The desk of the reader on a day. `todos`: overdue first, then by last day, then newest. One side's figures are set.
         */
        Worklist: {
            /** Checklist */
            checklist: components["schemas"]["Step"][];
            /** Deadlines */
            deadlines: components["schemas"]["Deadline"][];
            firm?: components["schemas"]["FirmFigures"] | null;
            /** Stages */
            stages?: components["schemas"]["Stage"][] | null;
            /**
             * Today
             * Format: date
             */
            today: string;
            /** Todos */
            todos: components["schemas"]["Todo"][];
            university?: components["schemas"]["UniversityFigures"] | null;
        };
        /**
         * YearCost
         * @description One contract year: what is sold and what comes to be owed, by kind, in fen.
         */
        YearCost: {
            /** Cumulative Minor */
            cumulative_minor: number;
            /** Deferred Fee Minor */
            deferred_fee_minor: number;
            /** Entry Fee Minor */
            entry_fee_minor: number;
            /** Milestone Fee Minor */
            milestone_fee_minor: number;
            /** Royalty Minor */
            royalty_minor: number;
            /** Sales Minor */
            sales_minor: number;
            /** Total Minor */
            total_minor: number;
            /** Year */
            year: number;
        };
        /**
         * YearlyRates
         * @description A share that rises or falls with the years of payment (民法典 §846).
         */
        YearlyRates: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "falling" | "rising";
            /** Steps */
            steps: components["schemas"]["YearRate"][];
        };
        /**
         * YearRate
         * @description The share from a paying year on (1 is the first year after the trigger).
         */
        YearRate: {
            /** From Year */
            from_year: number;
            /** Rate Bps */
            rate_bps: number;
        };
        /**
         * ZoneView
         * @description A pilot zone with its one industry and one track.
         */
        ZoneView: {
            /** City */
            city: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Industry */
            industry: string;
            /** Is Demo */
            is_demo: boolean;
            /** Is Pilot */
            is_pilot: boolean;
            kind: components["schemas"]["OrganizationKind"];
            /** Name */
            name: string;
            /** Name En */
            name_en: string;
            /** Track */
            track: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_clock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    move_clock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveClock"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_parked_deliveries: {
        parameters: {
            query?: {
                /** @description page, from 1 */
                page?: number;
                /** @description rows a page */
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ParkedDelivery_"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    replay_delivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_bank_lines: {
        parameters: {
            query?: {
                /** @description page, from 1 */
                page?: number;
                /** @description rows a page */
                size?: number;
                state?: components["schemas"]["LineState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_BankLineView_"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_bank_line: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                line_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankLineDetail"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    match_bank_line: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                line_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MatchLine"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankLineDetail"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `bank_line.already_matched` Matched before; `bank_line.more_than_left` More than is left */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    own_bank_line: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                line_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankLineDetail"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    return_bank_line: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                line_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnLine"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `bank_line.already_matched` Matched before */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    set_bank_line_aside: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                line_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithReason"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankLineDetail"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `bank_line.already_matched` Matched before */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    confirm_bank_match: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                match_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankLineDetail"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed; `bank.second_person` Another person must confirm */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    decline_bank_match: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                match_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithReason"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankLineDetail"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    undo_bank_match: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                match_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithReason"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankLineDetail"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `bank_match.stands` This match stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_bank_returns: {
        parameters: {
            query?: {
                state?: components["schemas"]["ReturnState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnView"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    return_credit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnCredit"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `credit.too_low` Not enough credit */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    approve_bank_return: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                return_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed; `bank.second_person` Another person must confirm */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `ledger.balance_too_low` Not enough in the account */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    decline_bank_return: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                return_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithReason"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_bank_statements: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementView"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    import_bank_statement: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_import_bank_statement"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `statement.other_account` The account belongs to somebody else; `statement.in_other_format` These lines came before in another format */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `too_large` Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `statement.not_readable` This statement cannot be read; `statement.rows_wrong` Some rows are wrong; `statement.does_not_add_up` The statement does not add up */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    get_calendar: {
        parameters: {
            query?: {
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    choose_digest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DigestChoice"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    open_calendar_feed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedAddress"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    close_calendar_feed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    read_calendar_feed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": unknown;
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_disputes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispute"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    record_ruling: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
                matter_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Ruling"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `contract.date_out_of_range` The date is outside the contract */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_contracts: {
        parameters: {
            query?: {
                /** @description page, from 1 */
                page?: number;
                /** @description rows a page */
                size?: number;
                state?: components["schemas"]["ContractState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ContractBrief_"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_contract: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ask_for_accounts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountsRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `contract.no_royalty` This contract has no royalty; `contract.notice_too_short` The notice is too short; `contract.already_raised` The same matter is open already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_amendments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AmendmentView"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    propose_amendment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAmendment"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AmendmentView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `contract.amendment_not_possible` These terms cannot be changed; `contract.amendment_pending` An amendment waits for signatures; `contract.nothing_amended` Nothing changes; `contract.date_out_of_range` The date is outside the contract */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    sign_amendment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignContract"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AmendmentView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `contract.content_changed` Not the text you were shown; `contract.signature_failed` The signature did not verify; `document.file_damaged` The file is damaged; `contract.amendment_not_possible` These terms cannot be changed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    withdraw_amendment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Because"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AmendmentView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    preview_amendment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendedTerms"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Revision"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    declare_buyout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BuyoutNotice"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `contract.no_buyout_price` No buy-out was agreed; `contract.already_raised` The same matter is open already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    cancel_contract: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Because"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    record_conversion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversionRecord"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `contract.date_out_of_range` The date is outside the contract; `contract.no_conversion_clause` Not within the conversion clause; `contract.already_raised` The same matter is open already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    declare_first_income: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FirstIncome"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `contract.date_out_of_range` The date is outside the contract; `contract.first_income_known` First income was declared before; `contract.answer_first` Answer the licensor's claim first */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    get_contract_evidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": unknown;
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `document.file_damaged` The file is damaged */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    hand_in_contract_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_hand_in_contract_file"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractFile"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `contract.file_not_usable` This kind of file is not taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `too_large` Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    assert_first_income: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IncomeClaim"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `contract.date_out_of_range` The date is outside the contract; `contract.first_income_known` First income was declared before; `contract.no_first_income_trigger` Nothing depends on first income; `contract.already_raised` The same matter is open already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    accept_contract_matter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
                matter_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MatterAnswer"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `contract.no_conversion_clause` Not within the conversion clause; `contract.no_such_milestone` No such open milestone */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    agree_settlement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
                matter_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettlementAgreement"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `contract.proposal_changed` No such proposal */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    propose_settlement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
                matter_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettlementProposal"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `contract.date_out_of_range` The date is outside the contract */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    refuse_contract_matter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
                matter_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MatterRefusal"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    withdraw_contract_matter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
                matter_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    claim_milestone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MilestoneClaim"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `contract.date_out_of_range` The date is outside the contract; `contract.no_such_milestone` No such open milestone; `contract.already_raised` The same matter is open already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    accept_milestone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMilestone"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `contract.date_out_of_range` The date is outside the contract; `contract.no_such_milestone` No such open milestone */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_obligations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance__receivables__schemas__ObligationView"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_contract_pdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `document.file_damaged` The file is damaged */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_contract_reading_copy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    return_technology: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Because"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `contract.free_period_over` The free period is over */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    file_return_certificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnCertificate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `contract.date_out_of_range` The date is outside the contract; `contract.no_certificate_due` No certificate is due; `contract.already_raised` The same matter is open already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    record_right_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RightRecord"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `contract.date_out_of_range` The date is outside the contract; `contract.no_such_right` This cannot be recorded for the right; `contract.already_raised` The same matter is open already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    upload_contract_scan: {
        parameters: {
            query: {
                content_sha256: string;
            };
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_upload_contract_scan"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `contract.content_changed` Not the text you were shown; `contract.scan_not_readable` Not a usable scan */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `too_large` Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    confirm_contract_scan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
                scan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `contract.scan_answered` The scan was answered before; `contract.signature_failed` The signature did not verify; `document.file_damaged` The file is damaged */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    reject_contract_scan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
                scan_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Because"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `contract.scan_answered` The scan was answered before */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    sign_contract: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignContract"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `contract.content_changed` Not the text you were shown; `contract.signature_failed` The signature did not verify; `document.file_damaged` The file is damaged */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    set_special_clauses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpecialClauses"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `contract.content_changed` Not the text you were shown */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    correct_statement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectedStatement"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `contract.no_royalty` This contract has no royalty; `contract.nothing_to_correct` Nothing to correct; `contract.already_invoiced` Already invoiced */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    file_statement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FiledStatement"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `contract.no_royalty` This contract has no royalty; `contract.not_a_report_period` Not a reporting period */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    record_transfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferRecord"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `contract.date_out_of_range` The date is outside the contract; `contract.no_transfer_to_record` No transfer to record */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    file_use_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUseReport"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `contract.not_a_use_period` Not a period to report on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    check_clauses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClausesToCheck"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClauseFinding"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    count_contracts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: number;
                    };
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    verify_contract_file: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_verify_contract_file"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractVerification"];
                };
            };
            /** @description `too_large` Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_cover_claims: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimView"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    accept_cover_claim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claim_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    refuse_cover_claim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claim_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepReason"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    note_cover_repayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claim_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Repayment"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `cover.repaid_too_much` More than is open */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    settle_cover_claim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claim_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimPayment"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `cover.payment_differs` The receipt is another sum; `default.nothing_open` Nothing is late any more; `bank_line.already_matched` Matched before */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_cover_providers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationBrief"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_covers: {
        parameters: {
            query?: {
                contract_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverView"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    register_cover: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCover"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `cover.contract_not_found` No such contract; `cover.not_a_provider` Choose an insurer or guarantor; `cover.policy_number_taken` This policy number is registered */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    confirm_cover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cover_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    decline_cover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cover_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepReason"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    attach_policy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cover_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_attach_policy"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `cover.not_a_pdf` A PDF is needed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_credit_records: {
        parameters: {
            query?: {
                state?: components["schemas"]["RecordState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_credit_record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                record_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    answer_credit_objection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                record_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObjectionAnswer"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    export_credit_record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                record_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    object_to_credit_record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                record_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepReason"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    receive_credit_record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                record_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_credits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditView"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_data_accesses: {
        parameters: {
            query?: {
                listing_id?: string | null;
                /** @description page, from 1 */
                page?: number;
                /** @description rows a page */
                size?: number;
                state?: components["schemas"]["AccessState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AccessBrief_"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ask_data_access: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAccess"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `dataroom.listing_not_open` The listing takes no requests */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    get_data_access: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                access_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    decline_data_access: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                access_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Because"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    offer_data_access: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                access_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Offer"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `dataroom.nothing_to_read` The data room is not open yet; `dataroom.listing_not_open` The listing takes no requests */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    revoke_data_access: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                access_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Because"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    sign_undertaking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                access_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignUndertaking"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `dataroom.undertaking_changed` The undertaking differs from what you saw; `dataroom.nothing_to_read` The data room is not open yet */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    withdraw_data_access: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                access_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Because"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_data_rooms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomBrief"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    get_data_room: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                listing_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    set_data_room: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                listing_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoomSettings"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    add_data_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                listing_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_add_data_file"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `dataroom.full` The room is full */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `too_large` Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `document.file_type_refused` This kind of file is not taken; `document.file_unreadable` The file cannot be read */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    remove_data_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                data_file_id: string;
                listing_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    download_data_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                data_file_id: string;
                listing_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed; `dataroom.access_not_active` No access now; `dataroom.closed` The data room is closed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `document.file_damaged` The file is damaged */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    view_data_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                data_file_id: string;
                listing_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed; `dataroom.access_not_active` No access now; `dataroom.closed` The data room is closed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `document.file_damaged` The file is damaged; `dataroom.no_view` This file has no view */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_data_looks: {
        parameters: {
            query?: {
                /** @description page, from 1 */
                page?: number;
                /** @description rows a page */
                size?: number;
            };
            header?: never;
            path: {
                listing_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_LookView_"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_deals: {
        parameters: {
            query?: {
                listing_id?: string | null;
                /** @description page, from 1 */
                page?: number;
                /** @description rows a page */
                size?: number;
                state?: components["schemas"]["DealState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_DealBrief_"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    start_application: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDeal"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `deal.listing_not_open` The listing takes no applications */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_deal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    revise_application: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                deal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DealPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `stale_version` Changed by somebody else */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `version_required` Version missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    agree_terms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreeTerms"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `deal.not_yet_accepted` Not accepted yet; `deal.terms_changed` The terms have changed; `deal.listing_not_open` The listing takes no applications; `deal.already_licensed` Another firm was first */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    answer_application: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Answer"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `deal.listing_not_open` The listing takes no applications; `deal.terms_changed` The terms have changed; `deal.contract_drawn_up` The contract is drawn up; `listing.holders_must_consent` The co-owners have not consented */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    invite_manager: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteManager"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `deal.no_such_manager` This person cannot be invited; `deal.commission_taken` There is a technology manager */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    accept_commission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptCommission"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommissionView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `deal.commission_changed` The commission has changed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    end_commission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Because"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommissionView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `deal.commission_changed` The commission has changed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    record_contribution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewContribution"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_manager_candidates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManagerCandidate"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_price_objections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceObjectionView"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    settle_price_objection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deal_id: string;
                objection_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettlePriceObjection"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    propose_offer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOffer"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `deal.listing_not_open` The listing takes no applications; `deal.terms_changed` The terms have changed; `deal.owners_must_agree` A co-owner must agree; `deal.same_terms` Nothing is changed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    accept_offer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptOffer"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `deal.listing_not_open` The listing takes no applications; `deal.terms_changed` The terms have changed; `deal.owners_must_agree` A co-owner must agree; `deal.own_offer` This is your own offer; `deal.nothing_offered` No open offer; `deal.already_licensed` Another firm was first */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    preview_offer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferDraft"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferComparison"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `deal.terms_changed` The terms have changed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    refuse_offer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseOffer"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `deal.listing_not_open` The listing takes no applications; `deal.terms_changed` The terms have changed; `deal.owners_must_agree` A co-owner must agree; `deal.own_offer` This is your own offer; `deal.nothing_offered` No open offer */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    reply_to_question: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reply"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `deal.nothing_asked` No open question */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    submit_application: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitDeal"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `deal.incomplete` The application is not complete; `deal.not_eligible` Not eligible for now; `deal.listing_not_open` The listing takes no applications; `deal.terms_changed` The terms have changed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    withdraw_application: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Withdrawal"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `deal.contract_drawn_up` The contract is drawn up */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    count_deals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: number;
                    };
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_engagements: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Engagement"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_defaults: {
        parameters: {
            query?: {
                contract_id?: string | null;
                invoice_id?: string | null;
                /** @description only those that still wait for the money */
                open?: boolean;
                /** @description page, from 1 */
                page?: number;
                /** @description rows a page */
                size?: number;
                state?: components["schemas"]["CaseState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CaseBrief_"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_default: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    acknowledge_demand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    file_cover_claim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewClaim"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `cover.claim_too_early` Still in the waiting period; `cover.claim_under_way` A claim was filed; `cover.nothing_covered` Nothing is covered */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    announce_credit_record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `credit.not_yet` Too early for a credit record; `credit.no_zone` Nobody to hand it to */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    record_demand_delivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeliveryRecord"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `default.day_out_of_range` The day is out of range */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    send_demand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDemand"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `default.too_early_to_demand` Too early for a demand; `default.cure_too_short` The time to pay is too short; `default.nothing_open` Nothing is late any more */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    rescind_after_default: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepReason"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `default.nothing_open` Nothing is late any more */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    take_default: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    withdraw_default: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseWithdrawal"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `default.day_out_of_range` The day is out of range */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_default_ageing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ageing"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_demo_accounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoAccount"][];
                };
            };
        };
    };
    list_distributions: {
        parameters: {
            query?: {
                contract_id?: string | null;
                /** @description page, from 1 */
                page?: number;
                /** @description rows a page */
                size?: number;
                state?: components["schemas"]["DistributionState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_DistributionView_"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_distribution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                distribution_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DistributionView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    approve_distribution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                distribution_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DistributionView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    object_to_distribution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                distribution_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Objection"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DistributionView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    recount_distribution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                distribution_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DistributionView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_costs: {
        parameters: {
            query?: {
                contract_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CostView"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    record_cost: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCost"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CostView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    agree_cost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cost_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CostView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    withdraw_cost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cost_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CostView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `distribution.cost_taken` This cost was taken out of income */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_document: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileView"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_document_content: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `document.file_damaged` The file is damaged */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_enquiries: {
        parameters: {
            query?: {
                listing_id?: string | null;
                /** @description page, from 1 */
                page?: number;
                /** @description rows a page */
                size?: number;
                state?: components["schemas"]["EnquiryState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_EnquiryBrief_"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ask_enquiry: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEnquiry"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnquiryView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `enquiry.listing_not_open` The listing takes no questions; `enquiry.too_many_open` Too many enquiries are waiting */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    get_enquiry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enquiry_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnquiryView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    answer_enquiry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enquiry_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Line"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnquiryView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    close_enquiry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enquiry_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Closing"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnquiryView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    follow_up_enquiry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enquiry_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Line"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnquiryView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `enquiry.listing_not_open` The listing takes no questions; `enquiry.too_many_open` Too many enquiries are waiting */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_filings: {
        parameters: {
            query?: {
                contract?: string | null;
                /** @description page, from 1 */
                page?: number;
                /** @description rows a page */
                size?: number;
                state?: components["schemas"]["FilingState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_FilingBrief_"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_filing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                filing_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_filing_pack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                filing_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": unknown;
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `document.file_damaged` The file is damaged */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    register_filing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                filing_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Registration"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `filing.amounts_needed` The recognized amounts are needed; `filing.date_out_of_range` The date does not fit */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    return_filing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                filing_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Because"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    submit_filing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                filing_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Submission"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `filing.pack_incomplete` The pack lacks information; `filing.date_out_of_range` The date does not fit */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    waive_filing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                filing_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Because"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    count_filings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: number;
                    };
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    withdraw_funding_application: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirmApplication"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_funding_facts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactFieldView"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_facts_of_record: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactView"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_funding_requests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundingRequestBrief"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    create_funding_request: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FundingRequestDraft"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundingRequestView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    get_funding_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundingRequestView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    revise_funding_request: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FundingRequestDraft"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundingRequestView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `application.request_closed` The request is closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `stale_version` Changed by somebody else */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `version_required` Version missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    submit_funding_application: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitApplication"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirmApplication"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `application.request_closed` The request is closed; `application.already_applied` Already applied; `application.consent_needed` Your consent is needed; `application.explain_exclusion` Some conditions are not met */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    close_funding_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundingRequestView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `application.request_closed` The request is closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    withdraw_consent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider_id: string;
                request_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundingRequestView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_fact_looks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["finance__applications__schemas__LookView"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_funding_matches: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Matches"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_holdings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldingView"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    consent_to_listing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                listing_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveConsent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldingView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `listing.holder_terms_changed` The terms have changed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_instruments: {
        parameters: {
            query?: {
                family?: ("equity" | "debt" | "cover") | null;
                kind?: components["schemas"]["InstrumentKind"] | null;
                /** @description page, from 1 */
                page?: number;
                /** @description words in name, summary or provider */
                q?: string;
                /** @description rows a page */
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_InstrumentBrief_"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    create_instrument: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstrumentDraft"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstrumentView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    get_instrument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instrument_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstrumentView"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    revise_instrument: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                instrument_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstrumentDraft"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstrumentView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `stale_version` Changed by somebody else */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `version_required` Version missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    publish_instrument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instrument_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstrumentView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `instrument.expired` The product has expired; `instrument.nothing_new` Nothing new to publish */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    withdraw_instrument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instrument_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawInstrument"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_own_instruments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstrumentView"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_adjustments: {
        parameters: {
            query?: {
                state?: components["schemas"]["AdjustmentState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdjustmentView"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    approve_adjustment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                adjustment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdjustmentView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `invoice.own_adjustment` Your own proposal; `invoice.credit_exceeds_open` More than is open; `invoice.too_early_to_write_off` Too early to write off */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    refuse_adjustment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                adjustment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdjustmentAnswer"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdjustmentView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `invoice.own_adjustment` Your own proposal */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    withdraw_adjustment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                adjustment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdjustmentView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_invoices: {
        parameters: {
            query?: {
                contract_id?: string | null;
                /** @description past the last day to pay */
                overdue?: boolean | null;
                /** @description page, from 1 */
                page?: number;
                /** @description rows a page */
                size?: number;
                state?: components["schemas"]["InvoiceState"] | null;
                /** @description wholly or in part to be paid */
                unpaid?: boolean | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_InvoiceBrief_"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_invoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    start_checkout: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path: {
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `idempotency.in_flight` The first request is still running; `payment.under_way` A payment is under way; `invoice.already_paid` Already paid */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `idempotency.key_reused` Idempotency-Key used before */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `idempotency.key_required` Idempotency-Key missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    use_credit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UseCredit"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invoice.already_paid` Already paid; `credit.too_low` Not enough credit */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    propose_credit_note: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCreditNote"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdjustmentView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invoice.not_unpaid` Nothing is open; `invoice.credit_exceeds_open` More than is open; `invoice.adjustment_pending` One is waiting for approval */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong; `invoice.line_unknown` No such line */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    get_invoice_paper: {
        parameters: {
            query?: {
                /** @description the reader's own if left out */
                language?: ("zh-CN" | "en") | null;
            };
            header?: never;
            path: {
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ask_tax_invoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTaxInvoice"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxInvoiceView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `tax_invoice.asked` Asked for already; `tax_invoice.nothing_owed` Nothing to issue it for */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    propose_write_off: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWriteOff"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdjustmentView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invoice.not_unpaid` Nothing is open; `invoice.too_early_to_write_off` Too early to write off; `invoice.adjustment_pending` One is waiting for approval */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_contract_entries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionView"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_imports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportBrief"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    read_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_read_import"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `too_large` Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `import.file_not_readable` This file cannot be read; `import.headers_not_found` The columns do not match; `import.merged_cells` The sheet has merged cells; `import.too_many_rows` Too many rows */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    get_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    commit_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    mend_import_row: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
                row_number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MendRow"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    undo_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `import.undo_too_late` Too late to undo */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_import_template: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    create_listing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListingDraft"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    get_listing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                listing_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingView"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    revise_listing: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                listing_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListingDraft"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `stale_version` Changed by somebody else */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `version_required` Version missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    approve_listing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                listing_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `listing.own_submission` You submitted this yourself; `listing.right_lapsed` A right has lapsed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    compare_ways_to_listing: {
        parameters: {
            query: {
                discount_bps?: number | null;
                profit_margin_bps?: number | null;
                /** @description expected sales of each year in fen, first year first */
                sales_minor: number[];
                unit_price_minor?: number | null;
            };
            header?: never;
            path: {
                listing_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"] | null;
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    confirm_listing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                listing_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `listing.right_lapsed` A right has lapsed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_listing_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                listing_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryStep"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_listing_holders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                listing_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HolderView"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    set_listing_holders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                listing_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HolderSet"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HolderView"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_missing_parts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                listing_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MissingPart"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    start_notice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                listing_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_objections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                listing_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectionView"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    settle_objection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                listing_id: string;
                objection_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettleObjection"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    publish_listing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                listing_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `listing.notice_needed` An agreed price needs public notice first; `listing.notice_still_running` The public notice is still running; `listing.objection_open` An objection is open; `listing.right_lapsed` A right has lapsed; `listing.holders_must_consent` The co-owners have not consented */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    return_listing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                listing_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Because"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    simulate_listing: {
        parameters: {
            query: {
                /** @description expected sales of each year in fen, first year first */
                sales_minor: number[];
            };
            header?: never;
            path: {
                listing_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Simulation"] | null;
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    submit_listing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                listing_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `listing.incomplete` The listing is not complete; `listing.right_lapsed` A right has lapsed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    withdraw_listing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                listing_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Because"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    count_own_listings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: number;
                    };
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_own_listings: {
        parameters: {
            query?: {
                /** @description page, from 1 */
                page?: number;
                /** @description rows a page */
                size?: number;
                state?: components["schemas"]["ListingState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ListingBrief_"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    get_money_flow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MoneyFlow"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_money_rows: {
        parameters: {
            query?: {
                /** @description page, from 1 */
                page?: number;
                /** @description rows a page */
                size?: number;
            };
            header?: never;
            path: {
                figure: components["schemas"]["FlowFigure"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_FlowRow_"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_needs: {
        parameters: {
            query?: {
                /** @description an industry or a track; empty for all */
                field?: string;
                /** @description page, from 1 */
                page?: number;
                /** @description rows a page */
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_NeedBrief_"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    create_need: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NeedDraft"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    get_need: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                need_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedView"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    revise_need: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                need_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NeedDraft"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `need.incomplete` The need is not complete; `need.deadline_passed` The deadline has passed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `stale_version` Changed by somebody else */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `version_required` Version missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    close_need: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                need_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseNeed"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    publish_need: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                need_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `need.incomplete` The need is not complete; `need.deadline_passed` The deadline has passed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_own_needs: {
        parameters: {
            query?: {
                /** @description page, from 1 */
                page?: number;
                /** @description rows a page */
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_NeedBrief_"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_notice_period: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticePeriod"];
                };
            };
        };
    };
    list_notices: {
        parameters: {
            query?: {
                /** @description only those of one's own university */
                own?: boolean;
                /** @description page, from 1 */
                page?: number;
                /** @description rows a page */
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_NoticeView_"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    raise_objection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                listing_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObjectionDraft"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_notifications: {
        parameters: {
            query?: {
                /** @description page, from 1 */
                page?: number;
                /** @description rows a page */
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_NotificationView_"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_notification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notification_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_all_notifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    count_unread_notifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadCount"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_english_names: {
        parameters: {
            query: {
                name: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: string;
                    };
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    get_organization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    correct_organization: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                organization_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `stale_version` Changed by somebody else */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `version_required` Version missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    get_eligibility: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EligibilityDecision"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_parked_notices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkedNotice"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    replay_notice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notice_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_payment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                payment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_payouts: {
        parameters: {
            query?: {
                /** @description page, from 1 */
                page?: number;
                /** @description rows a page */
                size?: number;
                state?: components["schemas"]["BatchState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_BatchBrief_"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    request_payout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `payout.payees_not_ready` Some payees cannot be paid now; `payout.run_elsewhere` The other side prepares these payouts */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    get_payout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    approve_payout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `payout.account_changed` An account was changed since; `ledger.balance_too_low` Not enough in the account */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_payout_file: {
        parameters: {
            query?: {
                form?: components["schemas"]["FileFormat"];
            };
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                    "application/xml": unknown;
                    "text/csv; charset=utf-8": unknown;
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    import_payout_results: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_import_payout_results"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedResults"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `too_large` Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `payout.result_not_readable` This result file cannot be read; `payout.result_rows_wrong` Some rows do not fit the batch */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    record_payout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Results"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    withdraw_payout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    set_payee_account: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAccount"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    choose_payout_runner: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Arrangement"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payables"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_entrusted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payables"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_payables: {
        parameters: {
            query?: {
                organization_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payables"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_statement: {
        parameters: {
            query?: {
                contract_id?: string | null;
                year?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statement"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_statement_csv: {
        parameters: {
            query?: {
                year?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_statement_pdf: {
        parameters: {
            query?: {
                year?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_pipeline: {
        parameters: {
            query?: {
                instrument_id?: string | null;
                owner_id?: string | null;
                page?: number;
                /** @description words in title, number or firm */
                q?: string;
                score_min?: number;
                size?: number;
                sort?: "score" | "waiting" | "amount" | "newest";
                state?: components["schemas"]["ApplicationState"] | null;
                status?: components["schemas"]["Status"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PipelineItem_"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_pipeline_deal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineDeal"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    move_pipeline_deal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveDeal"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineDeal"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state; `application.reason_needed` Say why you pass; `application.owner_needed` Name an owner and a date; `application.not_a_colleague` The owner is not a colleague; `application.due_date_past` The date is past */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    add_pipeline_note: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteDraft"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineDeal"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    count_pipeline: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: number;
                    };
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_price_notices: {
        parameters: {
            query?: {
                /** @description page, from 1 */
                page?: number;
                /** @description rows a page */
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PublicPriceNotice_"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    object_to_price: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PriceObjection"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    get_readiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description `try_later` Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_compared_accounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparedAccount"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_compared_days: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DayView"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_day_items: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemView"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_account_transaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
                txn_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_differences: {
        parameters: {
            query?: {
                key?: string | null;
                state?: components["schemas"]["DifferenceState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationDifferenceView"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    explain_difference: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                difference_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Explain"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationDifferenceView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    own_difference: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                difference_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationDifferenceView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    compare_accounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparedAccount"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `reconciliation.nothing_to_compare` Nothing to compare yet */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    search_listings: {
        parameters: {
            query?: {
                city?: string[];
                free_months?: string[];
                industry?: string[];
                licence_type?: string[];
                page?: number;
                price?: string[];
                q?: string;
                size?: number;
                sort?: "relevance" | "newest" | "price" | "trl";
                status?: ("open" | "closed" | "expired")[];
                terms?: string[];
                track?: string[];
                trl?: string[];
                university?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingPage"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_similar_listings: {
        parameters: {
            query?: {
                size?: number;
            };
            header?: never;
            path: {
                listing_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingBrief"][];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    suggest_phrases: {
        parameters: {
            query: {
                /** @description what was typed so far: Han, pinyin or initials */
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string[];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `identity.wrong_credentials` Could not sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description `identity.too_many_attempts` Too many attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    switch_organization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchOrganization"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    confirm_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactor"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `identity.second_factor_required` Second factor needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_tax_invoices: {
        parameters: {
            query?: {
                state?: components["schemas"]["TaxInvoiceState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxInvoiceView"][];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    decline_tax_invoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tax_invoice_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdjustmentAnswer"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxInvoiceView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    issue_tax_invoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tax_invoice_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_issue_tax_invoice"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxInvoiceView"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `illegal_move` Not possible in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `invalid_input` Some of the input is wrong; `tax_invoice.issue_day` Wrong day of issue; `tax_invoice.file` Not a 发票 file */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    export_tax_invoices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description `forbidden` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_term_presets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresetView"][];
                };
            };
        };
    };
    get_terms_schema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": Record<string, never>;
                };
            };
        };
    };
    list_universities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationBrief"][];
                };
            };
        };
    };
    get_response_rate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseRate"];
                };
            };
            /** @description `not_found` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    receive_stripe_event: {
        parameters: {
            query?: never;
            header?: {
                "stripe-signature"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description `webhook.refused` Notice refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    get_worklist: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Worklist"];
                };
            };
            /** @description `sign_in_required` Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    list_zones: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZoneView"][];
                };
            };
        };
    };
}
