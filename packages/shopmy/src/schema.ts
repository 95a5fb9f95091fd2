// Generated from specs/shopmy.yaml by `pnpm generate`; edit the spec instead.

export interface paths {
    "/oauth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Send the creator's browser to the consent page
         * @description A browser redirect, not an API call. `redirect_url` has to be registered with ShopMy; whether extra query
         *     parameters on it survive is not documented. Nothing is echoed, so the app has to bind the attempt to the
         *     browser by its own means. What comes back when the creator declines is not published.
         */
        get: operations["startAuthorization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth-exchange-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange the one-time code for a user token
         * @description Works once per user, ever. No refresh, expiry or revocation is documented, and how a lost token is replaced is
         *     not published: store the token before anything else can fail, and never repeat the call blindly.
         */
        post: operations["exchangeAuthorizationCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the user's links
         * @description No paging parameter is documented; whether a large account comes back whole is not known.
         */
        get: operations["listLinks"];
        put?: never;
        /**
         * Create a link from a product URL
         * @description A link is called a pin. Whether a repeat for the same URL makes a duplicate is not known, so do not retry
         *     blindly. Links can only be made for users who authorised the app. The page of this route is missing from the
         *     platform's page index since July 2026.
         */
        post: operations["createLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Urls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look up the user's commission rate for a product URL
         * @description A read, although it is a POST and needs a write scope. The route is missing from the platform's page index
         *     since July 2026.
         */
        post: operations["getUrlRate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Catalog/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the catalogue by text, or resolve one product URL
         * @description Give exactly one of `search` and `url`. Answers hold no price and no size.
         */
        get: operations["searchCatalog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the user's collections
         * @description Products inside a collection are not returned. No paging parameter is documented. The only place to learn a
         *     value for `section_id` is `Section_id` here.
         */
        get: operations["listCollections"];
        put?: never;
        /**
         * Create a collection
         * @description Collections made through the API are public, and the API cannot change that. Do not retry blindly.
         */
        post: operations["createCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Collections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Edit one of the user's collections
         * @description Every field is optional and absent ones are kept, although it is a PUT. Privacy cannot be changed. What an id
         *     of someone else answers is not published.
         */
        put: operations["updateCollection"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the user's public profile */
        get: operations["getProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/OrderReport": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read the orders credited to the brand
         * @description Newest transaction first. A read, although it is a POST: the filters travel in the body. 200 calls a day, and
         *     every page is one of them. There is no total: a page shorter than `limit` is the last one. Polling the
         *     `recordUpdated…` dates is the only way to learn of changes, as there are no webhooks. Rows carry neither a
         *     click id nor a commission status.
         */
        post: operations["fetchOrderReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/order_confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report a completed order
         * @description Called by the brand's site or server without a key: the brand is found from the domain of `page_url`. A 200
         *     does not mean that a commission exists. `duplicate_order` comes as a 400 and counts as success on a retry.
         *
         *     Outcome codes with 200: `tracked`, `no_attribution`, `shopify_handoff`, `blacklisted_code`, `expired_click`,
         *     `cross_brand_click`, `property_mismatch`, `unregistered_property`, `banned_user`, `unregistered_code`,
         *     `insert_failed` and `handler_error` (the last two are faults of the server). With 400: `duplicate_order`,
         *     `click_not_found`, `invalid_order_amount`, `invalid_order_id`, `malformed_click_id`, `unresolved_domain`,
         *     `invalid_params`. The list is open, and in which field of the body the code stands is not published.
         */
        post: operations["confirmOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Affiliates/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the amount of a tracked order
         * @description After a return or an edit. Outcome codes include `order_not_found` with 200, and `invalid_params`,
         *     `invalid_order_amount` or `unresolved_domain` with 400.
         */
        post: operations["updateTrackedOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Affiliates/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Void the commission of a cancelled or fully refunded order
         * @description Outcome codes include `order_not_found` and `already_cancelled` with 200, and `invalid_params` or
         *     `unresolved_domain` with 400.
         */
        post: operations["cancelTrackedOrder"];
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
         * @description A permission of the creator.
         * @enum {string}
         */
        Scope: "read_links" | "write_links" | "read_collections" | "write_collections" | "read_profile";
        /** @description A number, or the same as text. Which of the two is sent is unsettled. */
        NumberLike: number | string | null;
        /** @description A whole number, or the same as text. */
        IntegerLike: number | string | null;
        /** @description A yes or no, as boolean or as 0 and 1. */
        Flag: boolean | number | string | null;
        /** @description Text that may be missing. */
        Text: string | null;
        /** @description A date with time. The format and zone of answers are not published; filters are in UTC. */
        ReportDate: string | null;
        /** @description UTC, `YYYY-MM-DD HH:mm:ss` with a space, not the `T` of ISO 8601. */
        UtcDateTime: string;
        /**
         * Format: int32
         * @description Rows per page.
         * @default 500
         */
        ReportPageSize: number;
        /**
         * Format: int32
         * @description Page, counted from 0.
         * @default 0
         */
        PageIndex: number;
        /**
         * @description One row per SKU. Only some sources honour it; `Order ID` is then no unique key.
         * @default false
         */
        ReportBySku: boolean;
        /** @description The shop's own id of the order. */
        OrderId: string | number;
        /** @description ISO 4217. */
        CurrencyCode: string;
        /** @description Failure of a developer or brand route. */
        Error: {
            /** @description Text for people. Begins "Missing required scopes" when a scope is missing. */
            error: string;
        };
        TokenExchange: {
            /**
             * @description The `shopmy_code` of the redirect. A third-party description names this field `shopmy_code`; the
             *     platform's own guide says `authorizationCode`.
             */
            authorizationCode: string;
        };
        UserToken: {
            /** @description True when a token was issued. */
            success: boolean;
            /** @description Long-lived user token. No expiry is documented. */
            accessToken: string;
        };
        /** @description A link, also called a pin. The field that carries its id is not published. */
        Link: {
            /** @description The product's URL. */
            url?: components["schemas"]["Text"];
            /** @description Title of the product. */
            title?: components["schemas"]["Text"];
            /** @description Short link, `https://go.shopmy.us/p-<pin id>`. */
            link?: components["schemas"]["Text"];
        };
        /** @description The links, bare or in an envelope; which of the two is not published. */
        LinkList: components["schemas"]["Link"][] | components["schemas"]["LinkEnvelope"];
        /** @description An object with the links under one key. */
        LinkEnvelope: {
            [key: string]: components["schemas"]["Link"][] | (string | number | boolean | null);
        };
        LinkCreate: {
            /** @description The product's URL. */
            url: string;
            /** @description Title of the link. Made by the platform when absent. */
            title?: string;
        };
        UrlRateQuery: {
            /** @description The product's URL. */
            url: string;
        };
        /** @description Open because the platform publishes that the user's rate is in it, but none of its field names. */
        UrlRate: {
            [key: string]: unknown;
        };
        /** @description A product of the catalogue. A default flag of unpublished name exists on it or on its retailers. */
        CatalogProduct: {
            /** @description Title of the product. */
            title?: components["schemas"]["Text"];
            /** @description Address of an image. */
            image?: components["schemas"]["Text"];
            /** @description Name of the brand. */
            brand?: components["schemas"]["Text"];
            /** @description The merchants that sell it. */
            retailers?: components["schemas"]["CatalogRetailer"][];
        };
        /** @description A merchant that sells a product. */
        CatalogRetailer: {
            /** @description Name of the merchant. */
            name?: components["schemas"]["Text"];
            /** @description Domain of the merchant. */
            domain?: components["schemas"]["Text"];
            /** @description The product's URL there; good for `createLink`. */
            url?: components["schemas"]["Text"];
            /** @description The user's commission in percent; 12.5 means 12.5 %. */
            rate?: components["schemas"]["NumberLike"];
        };
        /** @description The products, bare or in an envelope; which of the two is not published. */
        CatalogProductList: components["schemas"]["CatalogProduct"][] | components["schemas"]["CatalogProductEnvelope"];
        /** @description An object with the products under one key. */
        CatalogProductEnvelope: {
            [key: string]: components["schemas"]["CatalogProduct"][] | (string | number | boolean | null);
        };
        /** @description A collection, without its products. */
        Collection: {
            /** @description Id of the collection. */
            id?: components["schemas"]["IntegerLike"];
            /** @description Name of the collection. */
            name?: components["schemas"]["Text"];
            /** @description Text about the collection. */
            description?: components["schemas"]["Text"];
            /** @description Address of an image. May point at a bucket that answers 403. */
            image?: components["schemas"]["Text"];
            /** @description Social posts of the collection. The shape in answers is not published. */
            social_links?: string[] | components["schemas"]["Text"];
            /** @description Hidden from the public. Collections made through the API never are. */
            private?: components["schemas"]["Flag"];
            /** @description Section of the user's shelf. Capital S here, lower-case `section_id` in requests. */
            Section_id?: components["schemas"]["IntegerLike"];
            /** @description Public page, `https://shopmy.us/collections/<id>`. */
            url?: components["schemas"]["Text"];
        };
        /** @description The collections, bare or in an envelope; which of the two is not published. */
        CollectionList: components["schemas"]["Collection"][] | components["schemas"]["CollectionEnvelope"];
        /** @description An object with the collections under one key. */
        CollectionEnvelope: {
            [key: string]: components["schemas"]["Collection"][] | (string | number | boolean | null);
        };
        /** @description HTTPS URLs on Instagram, TikTok or YouTube. */
        SocialLinks: string[];
        CollectionCreate: {
            /** @description Name of the collection. */
            name: string;
            /** @description Text about the collection. */
            description?: string;
            /** @description A list of social posts, or one comma-separated string of them. */
            social_links?: components["schemas"]["SocialLinks"] | string;
            /** @description Section to put it in, a `Section_id` of the list. By default the user's first standard section. */
            section_id?: number;
        };
        /** @description The fields to change; absent ones are kept. */
        CollectionUpdate: {
            /** @description Name of the collection. */
            name?: string;
            /** @description Text about the collection. */
            description?: string;
            social_links?: components["schemas"]["SocialLinks"];
            /** @description Section to move it to, a `Section_id` of the list. */
            section_id?: number;
        };
        /** @description Open because no field name of the profile is published. It holds no follower lists. */
        Profile: {
            [key: string]: unknown;
        };
        OrderReportQuery: {
            /** @description Registered main or alternate domain of the brand. */
            domain: string;
            limit?: components["schemas"]["ReportPageSize"];
            page?: components["schemas"]["PageIndex"];
            /** @description Only transactions from this time on. */
            transactionStartDate?: components["schemas"]["UtcDateTime"];
            /** @description Only transactions up to this time. */
            transactionEndDate?: components["schemas"]["UtcDateTime"];
            /** @description Only records changed from this time on. */
            recordUpdatedStartDate?: components["schemas"]["UtcDateTime"];
            /** @description Only records changed up to this time. */
            recordUpdatedEndDate?: components["schemas"]["UtcDateTime"];
            reportBySKU?: components["schemas"]["ReportBySku"];
            /** @description Only orders of this source, such as `shopmyshelf`. Some sources are closed to a key (401). */
            source?: string;
        };
        /** @description Rows, newest transaction first. One client also expects them under `data`, `orders` or `results`. */
        OrderReport: components["schemas"]["OrderReportRow"][];
        /**
         * @description One order credited to the brand. The keys are display names with spaces and brackets. Amounts are in major
         *     units. A cancelled order appears to stay with an amount of zero.
         */
        OrderReportRow: {
            /** @description The shop's id of the order. Repeats when `reportBySKU` is set. */
            "Order ID"?: string | number | null;
            /** @description When the order was placed. */
            "Transaction Date"?: components["schemas"]["ReportDate"];
            /** @description When the record last changed. */
            "Record Updated Date"?: components["schemas"]["ReportDate"];
            /** @description When the creator's link was clicked. */
            "Click Date"?: components["schemas"]["ReportDate"];
            /** @description Amount of the order, in US dollars. */
            "Order Amount USD"?: components["schemas"]["NumberLike"];
            /** @description Commission, in US dollars. */
            "Commission Amount USD"?: components["schemas"]["NumberLike"];
            /** @description Name of the creator. */
            "Creator Name"?: components["schemas"]["Text"];
            /** @description The creator's page. */
            "Creator ShopMy"?: components["schemas"]["Text"];
            /** @description Domain the order was placed on. */
            Domain?: components["schemas"]["Text"];
            /** @description Discount code used. */
            Code?: components["schemas"]["Text"];
            /** @description ISO 4217 code of the order. */
            Currency?: components["schemas"]["Text"];
            /** @description Hours between click and order. */
            "Click-Order Delta (Hours)"?: components["schemas"]["NumberLike"];
            /** @description SKUs, comma-separated. */
            SKU?: components["schemas"]["Text"];
            /**
             * @description `new` or `existing`.
             * @example new
             * @example existing
             */
            "Customer Status"?: string | null;
            /** @description Country code the order is shipped to. */
            "Ship-to Country"?: components["schemas"]["Text"];
            /** @description Gross sales of the order. */
            "Gross Sales"?: components["schemas"]["NumberLike"];
            /** @description Items in the order. */
            "Number of Items"?: components["schemas"]["IntegerLike"];
        };
        OrderConfirmation: {
            /** @description Subtotal before tax and shipping, in major units of `currency`. */
            orderAmount: number;
            orderId: components["schemas"]["OrderId"];
            currency: components["schemas"]["CurrencyCode"];
            /**
             * Format: uri
             * @description Address of the page the order was completed on. Its domain tells the brand.
             */
            page_url: string;
            /** @description Value of the `sms_click_id` cookie. Recommended, as it ties the order to the click. */
            clickId?: string;
            /** @description Discount code used at checkout. */
            code?: string | null;
            /** @description Whether the customer has ordered before. */
            is_returning_customer?: boolean;
            /** @description Domain of the brand. */
            domain?: string;
            /** @description When the order can no longer be returned. The format is not published. */
            returnWindowClosesAt?: string;
            /** @description A trial that is not to be credited. */
            test?: boolean;
        };
        OrderUpdate: {
            order_id: components["schemas"]["OrderId"];
            /** @description The order's total now, not a difference, in major units of `currency`. */
            new_order_amount: number;
            currency: components["schemas"]["CurrencyCode"];
            /** @description Domain of the brand. */
            domain?: string;
            /** @description A trial that is not to be credited. */
            test?: boolean;
        };
        OrderCancellation: {
            order_id: components["schemas"]["OrderId"];
            /** @description Domain of the brand. */
            domain?: string;
            /** @description A trial that is not to be credited. */
            test?: boolean;
        };
        /**
         * @description Answer of the tracking routes: `success` plus `message`, or plus `error`. In which field the outcome code
         *     stands is not published.
         */
        TrackingAnswer: {
            /** @description Whether the call was taken. True does not mean that a commission exists. */
            success: boolean;
            /** @description What happened, when it went well. */
            message?: string;
            /** @description What went wrong, when it did not. */
            error?: string;
        };
    };
    responses: {
        /** @description The request is not valid. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "Invalid request."
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The developer key is not valid. */
        BadDeveloperKey: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "Invalid developer key."
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description A scope is missing (`error` begins "Missing required scopes"), or the developer key or user token is not valid. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "Missing required scopes: write_links"
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Bad input, or a domain that belongs to no brand. */
        TrackingBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "success": false,
                 *       "error": "unresolved_domain"
                 *     }
                 */
                "application/json": components["schemas"]["TrackingAnswer"];
            };
        };
        /** @description The developer key is missing or wrong. */
        TrackingUnauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "success": false,
                 *       "error": "Invalid developer key."
                 *     }
                 */
                "application/json": components["schemas"]["TrackingAnswer"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    startAuthorization: {
        parameters: {
            query: {
                /**
                 * @description The developer id. Capital D, underscore, lower-case `id`.
                 * @example dev_harbor_and_pine
                 */
                Developer_id: string;
                /**
                 * @description The scopes to ask for, joined by commas, not spaces. A write scope also opens the matching list.
                 * @example [
                 *       "read_links",
                 *       "write_links",
                 *       "read_profile"
                 *     ]
                 */
                scopes: components["schemas"]["Scope"][];
                /**
                 * @description Registered address of the app that the browser comes back to. `_url`, not `_uri`.
                 * @example https://links.example.com/shopmy/callback
                 */
                redirect_url: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The consent page, for the creator's eyes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The browser is sent on, in the end to `redirect_url` with the parameters of `authorizationReturn`. */
            302: {
                headers: {
                    /**
                     * @description The next address of the browser.
                     * @example https://links.example.com/shopmy/callback?shopmy_code=c0de-7f21&shopmy_status=connected
                     */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A page for the creator. Its statuses are not published. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    exchangeAuthorizationCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "authorizationCode": "c0de-7f21"
                 *     }
                 */
                "application/json": components["schemas"]["TokenExchange"];
            };
        };
        responses: {
            /** @description The user token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "accessToken": "ut-4bd0c1f2e7"
                     *     }
                     */
                    "application/json": components["schemas"]["UserToken"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["BadDeveloperKey"];
        };
    };
    listLinks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user's links. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "url": "https://www.harborandpine.example.com/products/linen-apron",
                     *         "title": "Linen apron",
                     *         "link": "https://go.shopmy.us/p-48213077"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["LinkList"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    createLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://www.harborandpine.example.com/products/linen-apron",
                 *       "title": "Linen apron"
                 *     }
                 */
                "application/json": components["schemas"]["LinkCreate"];
            };
        };
        responses: {
            /**
             * @description The link was made (200, not 201). Which field carries the short link is not published; rows of the list
             *     call it `link`.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "link": "https://go.shopmy.us/p-48213077"
                     *     }
                     */
                    "application/json": components["schemas"]["Link"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description Forbidden for this app or this user. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "This user cannot create links."
                     *     }
                     */
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getUrlRate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://www.harborandpine.example.com/products/oak-tray"
                 *     }
                 */
                "application/json": components["schemas"]["UrlRateQuery"];
            };
        };
        responses: {
            /** @description The user's rate at the merchant that owns the URL. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UrlRate"];
                };
            };
            /** @description The URL is missing, or no merchant owns it. The second is an ordinary outcome, not a caller's fault. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "No merchant found for this URL."
                     *     }
                     */
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    searchCatalog: {
        parameters: {
            query?: {
                /**
                 * @description Text to search for. Exactly one of `search` and `url`.
                 * @example linen apron
                 */
                search?: string;
                /**
                 * @description Product URL to resolve. Exactly one of `search` and `url`.
                 * @example https://www.harborandpine.example.com/products/linen-apron
                 */
                url?: string;
                /**
                 * @description Products per page.
                 * @example 10
                 */
                limit?: number;
                /**
                 * @description Page, counted from 0.
                 * @example 0
                 */
                page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The products found. A page shorter than `limit` is the last one; there is no total. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "title": "Linen apron",
                     *         "image": "https://img.example.com/linen-apron.jpg",
                     *         "brand": "Harbor & Pine",
                     *         "retailers": [
                     *           {
                     *             "name": "Harbor & Pine",
                     *             "domain": "harborandpine.example.com",
                     *             "url": "https://www.harborandpine.example.com/products/linen-apron",
                     *             "rate": 12.5
                     *           },
                     *           {
                     *             "name": "Northlight Home",
                     *             "domain": "northlight.example.com",
                     *             "url": "https://northlight.example.com/p/8841",
                     *             "rate": 8
                     *           }
                     *         ]
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["CatalogProductList"];
                };
            };
            /** @description Neither or both of `search` and `url` were given. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "Provide exactly one of search or url."
                     *     }
                     */
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    listCollections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user's collections. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 730114,
                     *         "name": "Autumn kitchen",
                     *         "description": "What I cook with.",
                     *         "image": null,
                     *         "social_links": [
                     *           "https://www.instagram.com/p/harbor-kitchen"
                     *         ],
                     *         "private": 0,
                     *         "Section_id": 55120,
                     *         "url": "https://shopmy.us/collections/730114"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["CollectionList"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    createCollection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Autumn kitchen",
                 *       "description": "What I cook with.",
                 *       "social_links": [
                 *         "https://www.instagram.com/p/harbor-kitchen"
                 *       ],
                 *       "section_id": 55120
                 *     }
                 */
                "application/json": components["schemas"]["CollectionCreate"];
            };
        };
        responses: {
            /** @description The collection was made (200, not 201). The body is not published; presumably as in the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                };
            };
            /** @description The name is missing, the section is not the user's, or a social link is not allowed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "Name is required."
                     *     }
                     */
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    updateCollection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the collection.
                 * @example 730114
                 */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Winter kitchen"
                 *     }
                 */
                "application/json": components["schemas"]["CollectionUpdate"];
            };
        };
        responses: {
            /** @description The collection was changed. The body is not published; presumably as in the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
        };
    };
    getProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user's public profile. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description A scope is missing, or a credential is not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "Missing required scopes: read_profile"
                     *     }
                     */
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    fetchOrderReport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "domain": "harborandpine.example.com",
                 *       "recordUpdatedStartDate": "2026-03-01 00:00:00",
                 *       "recordUpdatedEndDate": "2026-03-31 23:59:59",
                 *       "limit": 200,
                 *       "page": 0
                 *     }
                 */
                "application/json": components["schemas"]["OrderReportQuery"];
            };
        };
        responses: {
            /** @description One page of rows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "Order ID": "HP-20881",
                     *         "Transaction Date": "2026-03-14 18:22:05",
                     *         "Record Updated Date": "2026-03-15 02:00:11",
                     *         "Click Date": "2026-03-14 16:10:40",
                     *         "Order Amount USD": 84.5,
                     *         "Commission Amount USD": "10.14",
                     *         "Creator Name": "Rowan Vale",
                     *         "Creator ShopMy": "https://shopmy.us/rowanvale",
                     *         "Domain": "harborandpine.example.com",
                     *         "Code": "ROWAN10",
                     *         "Currency": "USD",
                     *         "Click-Order Delta (Hours)": 2.19,
                     *         "SKU": "APR-LIN-01,TRAY-OAK",
                     *         "Customer Status": "new",
                     *         "Ship-to Country": "US",
                     *         "Gross Sales": 84.5,
                     *         "Number of Items": 2
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["OrderReport"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description The key is not valid, or may not read the asked `source`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "Not allowed to read this source."
                     *     }
                     */
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description More than 200 calls in the day. The hour at which the day resets is not published. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "Daily request limit reached."
                     *     }
                     */
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    confirmOrder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "orderAmount": 84.5,
                 *       "orderId": "HP-20881",
                 *       "currency": "USD",
                 *       "page_url": "https://harborandpine.example.com/checkout/thank-you",
                 *       "clickId": "91c2-55fe",
                 *       "code": null,
                 *       "is_returning_customer": false,
                 *       "test": true
                 *     }
                 */
                "application/json": components["schemas"]["OrderConfirmation"];
            };
        };
        responses: {
            /** @description Received, even when nothing was credited. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "message": "Order tracked."
                     *     }
                     */
                    "application/json": components["schemas"]["TrackingAnswer"];
                };
            };
            /** @description Bad input, or an order or click that cannot be taken. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": false,
                     *       "error": "duplicate_order"
                     *     }
                     */
                    "application/json": components["schemas"]["TrackingAnswer"];
                };
            };
        };
    };
    updateTrackedOrder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "order_id": "HP-20881",
                 *       "new_order_amount": 42.25,
                 *       "currency": "USD"
                 *     }
                 */
                "application/json": components["schemas"]["OrderUpdate"];
            };
        };
        responses: {
            /** @description Received. An unknown order is also a 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "message": "Order updated."
                     *     }
                     */
                    "application/json": components["schemas"]["TrackingAnswer"];
                };
            };
            400: components["responses"]["TrackingBadRequest"];
            401: components["responses"]["TrackingUnauthorized"];
        };
    };
    cancelTrackedOrder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "order_id": "HP-20881",
                 *       "domain": "harborandpine.example.com"
                 *     }
                 */
                "application/json": components["schemas"]["OrderCancellation"];
            };
        };
        responses: {
            /** @description Received. An unknown or already cancelled order is also a 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "message": "Order cancelled."
                     *     }
                     */
                    "application/json": components["schemas"]["TrackingAnswer"];
                };
            };
            400: components["responses"]["TrackingBadRequest"];
            401: components["responses"]["TrackingUnauthorized"];
        };
    };
}
