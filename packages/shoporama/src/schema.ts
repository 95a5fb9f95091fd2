// Generated from specs/shoporama.yaml by `pnpm generate`; edit the spec instead.

export interface paths {
    "/admin/oauth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Send the merchant's browser to pick a shop and an access level
         * @description A browser page, not an API call. The app is not registered and cannot ask for an access level; it has to read
         *     the level that comes back. One run gives one shop.
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
    "/product": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List products
         * @description Newest first, as far as seen. Without `limit` a page may hold 5 products only. An item has the shape of a single
         *     product. Paging over a changing list can skip or repeat.
         */
        get: operations["listProducts"];
        put?: never;
        /**
         * Create a product
         * @description There is no idempotency key: a blind retry can make a second product.
         */
        post: operations["createProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/product/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the product.
                 * @example 512034
                 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** Get one product */
        get: operations["getProduct"];
        /**
         * Update a product
         * @description Works like a partial update: absent fields are kept, while `''` or null are written. Images are added with `data`
         *     and removed with `image_id` and `remove: 1`.
         */
        put: operations["updateProduct"];
        post?: never;
        /**
         * Delete a product
         * @description Reading it afterwards answers `410 Gone`.
         */
        delete: operations["deleteProduct"];
        options?: never;
        head?: never;
        /**
         * Update a product (older form)
         * @deprecated
         * @description Only in the oldest documentation; the current one lists PUT. Use `updateProduct`.
         */
        patch: operations["patchProduct"];
        trace?: never;
    };
    "/category": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List categories
         * @description A bare array without paging. An older client expected an object with `categories`, so both are described.
         */
        get: operations["listCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/category/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the category.
                 * @example 412
                 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** Get one category */
        get: operations["getCategory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/brand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List brands */
        get: operations["listBrands"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/manufacturer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List manufacturers */
        get: operations["listManufacturers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/supplier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List suppliers */
        get: operations["listSuppliers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read stock levels
         * @description The resource is documented; that GET reads it follows from the general table of methods.
         */
        get: operations["listStock"];
        /**
         * Update stock levels
         * @description The documentation shows a PUT on `stock`, but neither the end of its URL (an id may follow) nor its body is
         *     published. Try it on a test shop first.
         */
        put: operations["updateStock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List product profiles */
        get: operations["listProfiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/profile-attribute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List profile attributes */
        get: operations["listProfileAttributes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List orders */
        get: operations["listOrders"];
        put?: never;
        /**
         * Create an order
         * @description Only in the oldest documentation, which names the fields but not their types. A blind retry can make a second order.
         */
        post: operations["createOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/order/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the order.
                 * @example 2051
                 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** Get one order */
        get: operations["getOrder"];
        /**
         * Update an order
         * @description That the status of an order can be updated is documented; path and method are from third-party code.
         */
        put: operations["updateOrder"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update an order (older form)
         * @deprecated
         * @description Only in the oldest documentation; the current one lists PUT. Use `updateOrder`.
         */
        patch: operations["patchOrder"];
        trace?: never;
    };
    "/order-return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List returns */
        get: operations["listOrderReturns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List customers
         * @description One client got an empty list here and could only read single customers.
         */
        get: operations["listCustomers"];
        put?: never;
        /**
         * Create a customer
         * @description The capability is documented; path and method follow from the general table of methods.
         */
        post: operations["createCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customer/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the customer.
                 * @example 611
                 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** Get one customer */
        get: operations["getCustomer"];
        /**
         * Update a customer
         * @description The capability is documented; path and method follow from the general table of methods.
         */
        put: operations["updateCustomer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/voucher": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List discount codes
         * @description There is no search by code.
         */
        get: operations["listVouchers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/voucher/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the discount code.
                 * @example 77
                 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** Get one discount code */
        get: operations["getVoucher"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blog-post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List blog posts */
        get: operations["listBlogPosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List pages */
        get: operations["listPages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/page/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the page.
                 * @example 14
                 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** Get one page */
        get: operations["getPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/landing-page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List landing pages */
        get: operations["listLandingPages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/landing-page/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the landing page.
                 * @example 31
                 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** Get one landing page */
        get: operations["getLandingPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/menu": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List menus */
        get: operations["listMenus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/menu/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the menu.
                 * @example 2
                 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** Get one menu with its items */
        get: operations["getMenu"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/shipping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List shipping methods
         * @description Documented as read access only.
         */
        get: operations["listShippingMethods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/shipping/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the shipping method.
                 * @example 3
                 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** Get one shipping method */
        get: operations["getShippingMethod"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment-gateway": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List configured payment gateways
         * @description Documented as read access only.
         */
        get: operations["listPaymentGateways"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/country": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List countries */
        get: operations["listCountries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/redirect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List URL redirects */
        get: operations["listRedirects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhook subscriptions
         * @description Webhooks are set up in the admin; the server makes the secret of each.
         */
        get: operations["listWebhooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List products of the storefront */
        get: operations["listStorefrontProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the product.
                 * @example 512034
                 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** Get one product of the storefront */
        get: operations["getStorefrontProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/basket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** View the basket */
        get: operations["getBasket"];
        put?: never;
        /** Add a product to the basket */
        post: operations["addToBasket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/basket/{product_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the product.
                 * @example 512034
                 */
                product_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** Change the amount of a product in the basket */
        put: operations["setBasketAmount"];
        post?: never;
        /** Remove a product from the basket */
        delete: operations["removeFromBasket"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * View one order of a customer
         * @description Weakly protected: `chk` can be computed from an e-mail address and order ids can be guessed. Do not build on it as
         *     a safe call. Every value is a string here.
         */
        get: operations["getStorefrontOrder"];
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
        /** @description Open because no error format is published. */
        ErrorBody: {
            [key: string]: unknown;
        };
        /** @description An id, as a number or as the same in text. */
        Id: number | string;
        /** @description An id as a number or text; null or `''` when not set. */
        OptionalId: number | string | null;
        /** @description 0 or 1, as a number or as text; null when not set. */
        Flag: number | string | boolean | null;
        /** @description Major units with up to two decimals, no currency; null or `''` when not set. */
        Money: number | string | null;
        /** @description A number, as such or as text; null or `''` when not set. */
        NumberLike: number | string | null;
        /** @description Text; null or `''` when not set. */
        Text: string | null;
        /** @description HTML with entities and CRLF. */
        Html: string | null;
        /** @description A single value of unpublished type. */
        Scalar: string | number | boolean | null;
        /** @description Open because only empty lists have been seen and no field name is published. */
        OpenItem: {
            [key: string]: unknown;
        } | string | number;
        /** @description `YYYY-MM-DD HH:MM:SS` without a zone, presumably that of the shop; null or empty when not set. */
        LocalDateTime: string | null;
        /** @description `YYYY-MM-DDTHH:MM:SS` without a zone. With a `T`, unlike in answers. */
        LocalDateTimeQuery: string;
        /** @description An id; `''` or null takes it away. */
        IdWrite: number | string | null;
        /** @description Major units; `''` or null takes it away. */
        MoneyWrite: number | string | null;
        /**
         * @description 0 or 1; `''` leaves it unset.
         * @enum {integer|string}
         */
        FlagWrite: 0 | 1 | "0" | "1" | "";
        Paging: {
            /** @description Zero-based start of this page. */
            offset: number;
            /** @description Page size in effect. */
            limit: number;
            /** @description Items on this page. */
            count: number;
            /** @description Items in all. */
            total: number;
        };
        /** @description A product. Variants stand in `attributes` and `stock_settings`, the stock count in a resource of its own. */
        Product: {
            /** @description Id of the product. */
            product_id: components["schemas"]["Id"];
            /** @description The shop's own number. By default the id as text. */
            own_id?: components["schemas"]["Scalar"];
            /** @description The shop's second number. */
            sec_own_id?: components["schemas"]["Scalar"];
            /** @description GTIN or EAN. */
            gtin?: components["schemas"]["Scalar"];
            /** @description The manufacturer's part number. */
            mpn?: components["schemas"]["Scalar"];
            /** @description Profile, which names the attributes. */
            profile_id?: components["schemas"]["OptionalId"];
            /** @description Supplier. */
            supplier_id?: components["schemas"]["OptionalId"];
            /** @description Manufacturer. */
            manufacturer_id?: components["schemas"]["OptionalId"];
            /** @description Safety profile. */
            safety_profile_id?: components["schemas"]["OptionalId"];
            /** @description Brand. */
            brand_id?: components["schemas"]["OptionalId"];
            /** @description Main category. A string where it has been seen set. */
            main_category_id?: components["schemas"]["OptionalId"];
            /** @description Name of the main category. Rarely present. */
            main_category_name?: components["schemas"]["Text"];
            /** @description When it was made. */
            created?: components["schemas"]["LocalDateTime"];
            /** @description Shown in the shop. */
            is_online?: components["schemas"]["Flag"];
            /** @description When it was first shown. */
            online_since?: components["schemas"]["LocalDateTime"];
            /** @description Hidden from search engines. */
            no_index?: components["schemas"]["Flag"];
            /** @description Left out of shopping feeds. */
            no_shopping?: components["schemas"]["Flag"];
            /** @description Left out of partner advertising. */
            no_partner_ads?: components["schemas"]["Flag"];
            /** @description When it was removed. */
            removed_on?: components["schemas"]["Text"];
            /** @description Path of its page. */
            rewrite_url?: components["schemas"]["Text"];
            /** @description Name of the product. */
            name: string;
            /** @description Short text for lists. */
            list_description?: components["schemas"]["Html"];
            /** @description Text of its page. */
            description?: components["schemas"]["Html"];
            /** @description VAT rate. Null presumably means the default of the shop. */
            vat?: components["schemas"]["NumberLike"];
            /** @description Price. Whether it includes VAT is a setting of the shop. */
            price?: components["schemas"]["Money"];
            /** @description Reduced price. */
            sale_price?: components["schemas"]["Money"];
            /** @description Price it is bought at. */
            purchase_price?: components["schemas"]["Money"];
            /** @description Place in the warehouse. */
            location?: components["schemas"]["Scalar"];
            /** @description Amount from which the bulk discount counts. */
            bulk_discount_over?: components["schemas"]["NumberLike"];
            /** @description Bulk discount. */
            bulk_discount?: components["schemas"]["NumberLike"];
            /** @description Steps of discount. */
            discount_intervals?: components["schemas"]["OpenItem"][];
            /** @description Shipping price of its own. */
            shipping?: components["schemas"]["Money"];
            /** @description Weight for shipping. */
            shipping_weight?: components["schemas"]["NumberLike"];
            /** @description Never shipped for free. */
            never_free_shipping?: components["schemas"]["Flag"];
            /** @description Delivery time when in stock. */
            delivery_time?: components["schemas"]["Text"];
            /** @description Delivery time when out of stock. */
            delivery_time_not_in_stock?: components["schemas"]["Text"];
            /** @description Can be bought when out of stock. */
            allow_negative_stock?: components["schemas"]["Flag"];
            /** @description Customs tariff code. */
            tariff_code?: components["schemas"]["Scalar"];
            /** @description Package. Only null has been seen. */
            package?: components["schemas"]["Scalar"];
            /** @description Goes offline by itself when sold out. */
            auto_offline?: components["schemas"]["Flag"];
            /** @description Place in the sort order, not a mass. */
            weight?: components["schemas"]["NumberLike"];
            /** @description Further meta tags. */
            meta?: components["schemas"]["Text"];
            /** @description Title for search engines. */
            meta_title?: components["schemas"]["Text"];
            /** @description Description for search engines. */
            meta_description?: components["schemas"]["Text"];
            /** @description Search words, one a line. */
            search?: components["schemas"]["Text"];
            /** @description Hidden from the shop's own search. */
            no_internal_search?: components["schemas"]["Flag"];
            /** @description Product whose page is the canonical one. */
            canonical_id?: components["schemas"]["OptionalId"];
            /** @description Mailing lists. Only null has been seen. */
            mailing_list_ids?: components["schemas"]["Scalar"] | components["schemas"]["IdList"];
            /** @description Products it is made of. */
            bundle?: components["schemas"]["IdList"];
            /** @description Products it is made of, with their number. */
            bundle_data?: components["schemas"]["BundlePart"][];
            /** @description Sold after a check of age. Only null has been seen. */
            requires_age_verification?: components["schemas"]["Scalar"];
            /** @description When it last changed. */
            last_modified?: components["schemas"]["LocalDateTime"];
            /** @description Absolute address of its page. */
            url?: components["schemas"]["Text"];
            /** @description Smallest amount to order. Only null has been seen. */
            min_stock_order?: components["schemas"]["Scalar"];
            /** @description Stock level below which it should be ordered. */
            min_stock_value?: components["schemas"]["NumberLike"];
            /** @description Country of origin. Only null has been seen. */
            country_of_origin?: components["schemas"]["Scalar"];
            /** @description Average rating. Only null has been seen. */
            avg_rating?: components["schemas"]["Scalar"];
            /** @description Google product category. Only null has been seen. */
            google_category?: components["schemas"]["Scalar"];
            /** @description Categories it stands in. */
            categories?: components["schemas"]["IdList"];
            /** @description Related products. */
            related?: components["schemas"]["IdList"];
            /** @description Similar products. */
            similar?: components["schemas"]["IdList"];
            /** @description Further HTML fields. */
            html_fields?: components["schemas"]["OpenItem"][];
            /** @description Attributes of the profile. Only empty lists have been seen; the names are those of requests. */
            attributes?: components["schemas"]["ProductAttribute"][];
            /** @description Settings by variant. Only empty lists have been seen; the names are those of requests. */
            stock_settings?: components["schemas"]["StockSetting"][];
            /** @description Labels. */
            product_labels?: components["schemas"]["ProductLabel"][];
            /** @description Images, in order of `weight`. */
            images?: components["schemas"]["ProductImage"][];
            /** @description PDF files. */
            pdf_files?: components["schemas"]["ProductFile"][];
            /** @description Fields added by extensions. */
            extension_data?: components["schemas"]["ExtensionField"][];
        };
        IdList: components["schemas"]["Id"][];
        BundlePart: {
            /** @description The product. */
            product_id?: components["schemas"]["Id"];
            /** @description Its name. */
            name?: components["schemas"]["Text"];
            /** @description How many of it. */
            count?: components["schemas"]["NumberLike"];
        };
        ProductAttribute: {
            /** @description Attribute of the profile. */
            attribute_id?: components["schemas"]["OptionalId"];
            /** @description Its value, an id of a value. */
            value?: components["schemas"]["Scalar"];
        };
        StockSetting: {
            /** @description Attribute of the variant. */
            attribute_id?: components["schemas"]["OptionalId"];
            /** @description Value of the attribute. */
            attribute_value_id?: components["schemas"]["OptionalId"];
            /** @description Price the variant is bought at. */
            purchase_price?: components["schemas"]["Money"];
            /** @description The shop's own number of the variant. */
            own_id?: components["schemas"]["Scalar"];
            /** @description The shop's second number of the variant. */
            sec_own_id?: components["schemas"]["Scalar"];
        };
        ProductLabel: {
            /** @description Id of the label. */
            product_label_id?: components["schemas"]["Id"];
            /** @description Text of the label. */
            name?: components["schemas"]["Text"];
        };
        ProductImage: {
            /** @description Id of the image, as text where seen. */
            image_id?: components["schemas"]["Id"];
            /** @description Place in the order, as text where seen. */
            weight?: components["schemas"]["NumberLike"];
            /** @description Variant it shows. */
            variant_name?: components["schemas"]["Text"];
            /** @description Text about the image. */
            description?: components["schemas"]["Text"];
            /** @description Address of the image. */
            url?: components["schemas"]["Text"];
        };
        ProductFile: {
            /** @description Id of the file. */
            product_file_id?: components["schemas"]["Id"];
            /** @description Name of the file. */
            filename?: components["schemas"]["Text"];
            /** @description Address of the file. */
            url?: components["schemas"]["Text"];
            /** @description Size in megabytes. */
            mb?: components["schemas"]["NumberLike"];
        };
        ExtensionField: {
            /** @description Name for people. */
            title?: components["schemas"]["Text"];
            /** @description Kind of field; `text` has been seen. */
            type?: components["schemas"]["Text"];
            /** @description Id of the field. */
            id?: components["schemas"]["Scalar"];
            /** @description Its value; false when not set. */
            value?: components["schemas"]["Scalar"] | components["schemas"]["OpenItem"][] | {
                [key: string]: unknown;
            };
        };
        ProductReference: {
            /** @description Id of the product. */
            product_id: components["schemas"]["Id"];
        };
        /** @description The saved product, or only its id. */
        ProductSaved: components["schemas"]["Product"] | components["schemas"]["ProductReference"];
        /**
         * @description The fields to set. Names are documented; types are those that clients send, or by analogy with answers where
         *     none does.
         */
        ProductWrite: {
            /** @description Name of the product. */
            name?: string;
            /** @description Shown in the shop. */
            is_online?: components["schemas"]["FlagWrite"];
            /** @description Supplier. */
            supplier_id?: components["schemas"]["IdWrite"];
            /** @description Brand. */
            brand_id?: components["schemas"]["IdWrite"];
            /** @description Profile, which names the attributes. */
            profile_id?: components["schemas"]["IdWrite"];
            /** @description Main category. */
            main_category_id?: components["schemas"]["IdWrite"];
            /** @description Product whose page is the canonical one. */
            canonical_id?: components["schemas"]["IdWrite"];
            /** @description The shop's own number. */
            own_id?: components["schemas"]["OwnNumberWrite"];
            /** @description The shop's second number. */
            sec_own_id?: components["schemas"]["OwnNumberWrite"];
            /** @description Text of its page, as HTML. */
            description?: string;
            /** @description Short text for lists, as HTML. */
            list_description?: string;
            /** @description Price. Whether it includes VAT is a setting of the shop. */
            price?: components["schemas"]["MoneyWrite"];
            /** @description Reduced price. */
            sale_price?: components["schemas"]["MoneyWrite"];
            /** @description VAT rate. Type not published. */
            vat?: components["schemas"]["MoneyWrite"];
            /** @description Discount. Type not published. */
            discount?: components["schemas"]["MoneyWrite"];
            /** @description Bulk discount. Type not published. */
            bulk_discount?: components["schemas"]["MoneyWrite"];
            /** @description Shipping price of its own. Type not published. */
            shipping?: components["schemas"]["MoneyWrite"];
            /** @description Weight for shipping. */
            shipping_weight?: components["schemas"]["MoneyWrite"];
            /** @description Never shipped for free. */
            never_free_shipping?: components["schemas"]["FlagWrite"];
            /** @description Delivery time when in stock. */
            delivery_time?: string;
            /** @description Delivery time when out of stock. */
            delivery_time_not_in_stock?: string;
            /** @description Can be bought when out of stock. */
            allow_negative_stock?: components["schemas"]["FlagWrite"];
            /** @description Goes offline by itself when sold out. */
            auto_offline?: components["schemas"]["FlagWrite"];
            /** @description Hidden from search engines. */
            no_index?: components["schemas"]["FlagWrite"];
            /** @description Further meta tags. */
            meta?: string;
            /** @description Title for search engines. */
            meta_title?: string;
            /** @description Description for search engines. */
            meta_description?: string;
            /** @description Search words, one a line. */
            search?: string;
            /** @description Path of its page. */
            rewrite_url?: string;
            /** @description Mailing lists. Type not published. */
            mailing_list_ids?: components["schemas"]["IdList"] | string;
            /** @description Categories it stands in. */
            categories?: components["schemas"]["IdList"];
            /** @description Related products. */
            related?: components["schemas"]["IdList"];
            /** @description Products it is made of. */
            bundle?: components["schemas"]["IdList"];
            /** @description Attributes of the profile. */
            attributes?: components["schemas"]["ProductAttributeWrite"][];
            /** @description Settings by variant. */
            stock_settings?: components["schemas"]["StockSettingWrite"][];
            /** @description Images to add, change or remove. Others stay. */
            images?: components["schemas"]["ProductImageWrite"][];
            /** @description Further HTML fields. */
            html_fields?: components["schemas"]["OpenItem"][];
            /** @description File of the product. Type not published. */
            file?: string | components["schemas"]["OpenItem"];
        };
        /** @description A number of the shop's own; `''` or null takes it away. */
        OwnNumberWrite: string | number | null;
        ProductAttributeWrite: {
            /** @description Attribute of the profile. */
            attribute_id: components["schemas"]["Id"];
            /** @description Id of the attribute's value. */
            value: components["schemas"]["Id"];
        };
        StockSettingWrite: {
            /** @description Attribute of the variant. */
            attribute_id: components["schemas"]["Id"];
            /** @description Value of the attribute. */
            attribute_value_id: components["schemas"]["Id"];
            /** @description Price the variant is bought at. */
            purchase_price?: components["schemas"]["MoneyWrite"];
            /** @description The shop's own number of the variant. */
            own_id?: components["schemas"]["OwnNumberWrite"];
            /** @description The shop's second number of the variant. */
            sec_own_id?: components["schemas"]["OwnNumberWrite"];
        };
        /** @description An image to add, by `data`, or one to change or remove, by `image_id`. */
        ProductImageWrite: components["schemas"]["ProductImageAdd"] | components["schemas"]["ProductImageChange"];
        ProductImageAdd: {
            /** @description The image file, in base64. */
            data: string;
            /** @description Text about the image. */
            description?: string;
            /** @description Place in the order. */
            weight?: components["schemas"]["Id"];
        };
        ProductImageChange: {
            /** @description Id of the image. */
            image_id: components["schemas"]["Id"];
            /** @description 1 removes the image. */
            remove?: components["schemas"]["FlagWrite"];
            /** @description Text about the image. */
            description?: string;
            /** @description Place in the order. */
            weight?: components["schemas"]["Id"];
        };
        Category: {
            /** @description Id of the category. */
            category_id: components["schemas"]["Id"];
            /** @description Removed. Text where seen. */
            is_removed?: components["schemas"]["Flag"];
            /** @description Tag. */
            tag?: components["schemas"]["Text"];
            /** @description Category above; 0 at the root. */
            parent_id?: components["schemas"]["OptionalId"];
            /** @description Shown in the menu. */
            in_menu?: components["schemas"]["Flag"];
            /** @description Shown in the shop. */
            is_online?: components["schemas"]["Flag"];
            /** @description Shown on the front page. */
            is_front?: components["schemas"]["Flag"];
            /** @description Hidden. Text or null where seen. */
            is_hidden?: components["schemas"]["Flag"];
            /** @description Name of the category. */
            name: string;
            /** @description Hidden from search engines. */
            no_index?: components["schemas"]["Flag"];
            /** @description Hidden from the shop's own search. */
            no_internal_search?: components["schemas"]["Flag"];
            /** @description Text above the products. */
            description_a?: components["schemas"]["Html"];
            /** @description Text below the products. */
            description_b?: components["schemas"]["Html"];
            /** @description Further meta tags. */
            meta?: components["schemas"]["Text"];
            /** @description Title for search engines. */
            meta_title?: components["schemas"]["Text"];
            /** @description Description for search engines. */
            meta_description?: components["schemas"]["Text"];
            /** @description Search words. */
            search?: components["schemas"]["Text"];
            /** @description Path of its page; may hold slashes. */
            rewrite_url?: components["schemas"]["Text"];
            /** @description Where to go when it is empty. Only null has been seen. */
            empty_redir?: components["schemas"]["Scalar"];
            /** @description Category whose page is the canonical one. */
            canonical_id?: components["schemas"]["OptionalId"];
            /** @description How its products are sorted; `normal` has been seen. */
            sort_order?: components["schemas"]["Text"];
            /** @description Place in the sort order. */
            weight?: components["schemas"]["NumberLike"];
            /** @description JSON inside a string. */
            json_data?: components["schemas"]["Text"];
            /** @description When it last changed. */
            last_modified?: components["schemas"]["LocalDateTime"];
            /** @description Absolute address of its page. */
            url?: components["schemas"]["Text"];
            /** @description Images. */
            images?: components["schemas"]["OpenItem"][];
            /** @description Fields added by extensions. */
            extension_data?: components["schemas"]["ExtensionField"][];
        };
        /** @description The categories, bare or in an envelope. */
        CategoryList: components["schemas"]["Category"][] | components["schemas"]["CategoryPage"];
        CategoryPage: {
            paging?: components["schemas"]["Paging"];
            categories: components["schemas"]["Category"][];
        };
        Supplier: {
            /** @description Id of the supplier. */
            supplier_id: components["schemas"]["Id"];
            /** @description Removed. */
            is_removed?: components["schemas"]["Flag"];
            /** @description Name of the supplier. */
            name?: components["schemas"]["Text"];
            /** @description Link of the supplier. */
            link_to?: components["schemas"]["Scalar"];
            /** @description Address for dropshipping orders. */
            dropshipping_mail?: components["schemas"]["Text"];
        };
        SupplierList: components["schemas"]["Supplier"][];
        /** @description Open because none of its field names is published. */
        StockLevel: {
            [key: string]: unknown;
        };
        /** @description The stock levels, bare or in an envelope; which of the two is not published. */
        StockList: components["schemas"]["StockLevel"][] | components["schemas"]["StockPage"];
        StockPage: {
            paging: components["schemas"]["Paging"];
        } & {
            [key: string]: components["schemas"]["StockLevel"][] | components["schemas"]["Paging"];
        };
        /** @description Open because none of its field names is published. */
        StockWrite: {
            [key: string]: unknown;
        };
        /** @description Open because `order_id` is the only field name of answers that is known. */
        Order: {
            /** @description Id of the order. */
            order_id: components["schemas"]["Id"];
        } & {
            [key: string]: unknown;
        };
        /**
         * @description Names are documented, types are not; they follow from the names. Open because more fields exist whose names
         *     are not published.
         */
        OrderWrite: {
            /** @description The lines. */
            products?: components["schemas"]["OrderLineWrite"][];
            /** @description Basket it comes from. */
            basket_id?: components["schemas"]["IdWrite"];
            /** @description Shipping method. */
            shipping_id?: components["schemas"]["IdWrite"];
            /** @description Discount code, by id. */
            voucher_id?: components["schemas"]["IdWrite"];
            /** @description Country of delivery. */
            del_country_id?: components["schemas"]["IdWrite"];
            /** @description Country of the customer. */
            order_country_id?: components["schemas"]["IdWrite"];
            /**
             * @description Status. `new` and `shipped` are named; the list is open.
             * @example new
             * @example shipped
             */
            status?: string;
            /** @description Invoice. */
            invoice_id?: string | number | null;
            /** @description Discount code, as text. */
            voucher_code?: string | null;
            /** @description Discount of the code. */
            voucher_discount?: components["schemas"]["MoneyWrite"];
            /** @description Amount taken off by the code. */
            voucher_discount_amount?: components["schemas"]["MoneyWrite"];
            /** @description Whether, or how much, is paid. Type not published. */
            paid?: number | string | boolean;
        } & {
            [key: string]: unknown;
        };
        /** @description Open because none of its field names is published. */
        OrderLineWrite: {
            [key: string]: unknown;
        };
        /** @description Open because no other field name is known. Passwords are not returned. */
        Customer: {
            /** @description Id of the customer. */
            customer_id?: components["schemas"]["Id"];
            /** @description E-mail address. */
            email?: components["schemas"]["Text"];
        } & {
            [key: string]: unknown;
        };
        /** @description Open because no other field name is known. */
        CustomerWrite: {
            /** @description E-mail address. The name is that of answers. */
            email?: string;
        } & {
            [key: string]: unknown;
        };
        Voucher: {
            /** @description The code. */
            code?: components["schemas"]["Text"];
            /** @description Name of the discount. */
            name?: components["schemas"]["Text"];
            /** @description Discount in percent. */
            percent_discount?: components["schemas"]["NumberLike"];
            /** @description Discount as an amount. */
            price_discount?: components["schemas"]["Money"];
            /** @description Shipping is free. */
            free_shipping?: components["schemas"]["Flag"];
        };
        /** @description Open because no other field name is known. */
        BlogPost: {
            /** @description Id of the blog post. */
            blog_post_id?: components["schemas"]["Id"];
        } & {
            [key: string]: unknown;
        };
        /** @description Open because none of its field names is published. */
        Page: {
            [key: string]: unknown;
        };
        PageList: components["schemas"]["Page"][];
        /** @description Open because no other field name is known. */
        LandingPage: {
            /** @description Id of the landing page. */
            landing_page_id?: components["schemas"]["Id"];
            /** @description How many products it shows. */
            product_count?: components["schemas"]["NumberLike"];
        } & {
            [key: string]: unknown;
        };
        Menu: {
            /** @description Id of the menu. */
            menu_id?: components["schemas"]["Id"];
            /** @description Place of the menu. In lists. */
            location?: components["schemas"]["Scalar"];
            /** @description Tag of the menu. In lists. */
            tag?: components["schemas"]["Text"];
            /** @description Its items. When read alone. */
            items?: components["schemas"]["MenuItem"][];
        };
        MenuItem: {
            /** @description `category`, `landing_page`, `url` and more. */
            type?: components["schemas"]["Text"];
            /** @description What it points to, an id or an address by its type. */
            val?: components["schemas"]["Scalar"];
            /** @description Address it points to. */
            cached_url?: components["schemas"]["Text"];
            /** @description Items below. */
            sub_items?: components["schemas"]["MenuItem"][];
        };
        /** @description Open because no other field name is known. */
        ShippingMethod: {
            /** @description Id of the shipping method. */
            shipping_id?: components["schemas"]["Id"];
        } & {
            [key: string]: unknown;
        };
        ShippingMethodList: components["schemas"]["ShippingMethod"][];
        StorefrontProductPage: {
            /** @description Whether it went well. */
            success: boolean;
            data?: components["schemas"]["StorefrontProductPageData"];
        };
        StorefrontProductPageData: {
            products: components["schemas"]["StorefrontProductSummary"][];
            pagination: components["schemas"]["StorefrontPagination"];
        };
        StorefrontPagination: {
            /** @description Products in all. */
            total?: components["schemas"]["NumberLike"];
            /** @description Page size in effect. */
            limit?: components["schemas"]["NumberLike"];
            /** @description Zero-based start of this page. */
            offset?: components["schemas"]["NumberLike"];
        };
        StorefrontProductSummary: {
            /** @description Id of the product. */
            id: components["schemas"]["Id"];
            /** @description Name of the product. */
            name?: components["schemas"]["Text"];
            /** @description Price. */
            price?: components["schemas"]["Money"];
            /** @description Path of its page. */
            url?: components["schemas"]["Text"];
            /** @description Images. */
            images?: components["schemas"]["StorefrontImage"][];
        };
        StorefrontProductAnswer: {
            /** @description Whether it went well. */
            success: boolean;
            data?: components["schemas"]["StorefrontProduct"];
        };
        StorefrontProduct: {
            /** @description Id of the product. */
            id: components["schemas"]["Id"];
            /** @description Name of the product. */
            name?: components["schemas"]["Text"];
            /** @description Text of its page. */
            description?: components["schemas"]["Html"];
            /** @description Price. */
            price?: components["schemas"]["Money"];
            /** @description Can be delivered now. A boolean here. */
            in_stock?: components["schemas"]["Flag"];
            /** @description Images. */
            images?: components["schemas"]["StorefrontImage"][];
        };
        StorefrontImage: {
            /** @description Id of the image. */
            id?: components["schemas"]["Id"];
            formats?: components["schemas"]["StorefrontImageFormats"];
        };
        StorefrontImageFormats: {
            /** @description Address of the original. */
            original?: components["schemas"]["Text"];
            /** @description Address of a small one. */
            thumbnail?: components["schemas"]["Text"];
        };
        BasketAnswer: {
            /** @description Whether it went well. */
            success: boolean;
            data?: components["schemas"]["Basket"];
        };
        Basket: {
            items?: components["schemas"]["BasketItem"][];
            /** @description Sum of the items. */
            subtotal?: components["schemas"]["Money"];
            /** @description Price of shipping. */
            shipping?: components["schemas"]["Money"];
            /** @description Sum of all. */
            total?: components["schemas"]["Money"];
        };
        BasketItem: {
            /** @description The product. */
            product_id?: components["schemas"]["Id"];
            /** @description Its name. */
            name?: components["schemas"]["Text"];
            /** @description Price of one. */
            price?: components["schemas"]["Money"];
            /** @description How many of it. */
            amount?: components["schemas"]["NumberLike"];
            /** @description Price of all. */
            total?: components["schemas"]["Money"];
        };
        BasketAdd: {
            /** @description The product. */
            product_id: components["schemas"]["Id"];
            /** @description How many to add. */
            amount: number;
        };
        BasketAmount: {
            /** @description How many there are to be. */
            amount: number;
        };
        StorefrontOrderAnswer: {
            /** @description Whether it went well. */
            success: boolean;
            data?: components["schemas"]["StorefrontOrderData"];
        };
        StorefrontOrderData: {
            order: components["schemas"]["StorefrontOrder"];
        };
        StorefrontOrder: {
            /** @description Id of the order. */
            order_id: components["schemas"]["Id"];
            /**
             * @description Status; `new` is named, the list is open.
             * @example new
             */
            status?: string;
            /** @description Sum of all, as text. */
            total?: components["schemas"]["Money"];
            /** @description ISO 4217 code. */
            currency?: components["schemas"]["Text"];
            customer?: components["schemas"]["StorefrontCustomer"];
            products?: components["schemas"]["StorefrontOrderLine"][];
            totals?: components["schemas"]["StorefrontTotals"];
        };
        StorefrontCustomer: {
            /** @description Name of the customer. */
            name?: components["schemas"]["Text"];
            /** @description E-mail address. */
            email?: components["schemas"]["Text"];
        };
        StorefrontOrderLine: {
            /** @description Name of the product. */
            name?: components["schemas"]["Text"];
            /** @description Price of one, as text. */
            price?: components["schemas"]["Money"];
            /** @description How many of it, as text. */
            quantity?: components["schemas"]["NumberLike"];
            image?: components["schemas"]["StorefrontOrderImage"] | null;
        };
        StorefrontOrderImage: {
            /** @description Address of the image. */
            url?: components["schemas"]["Text"];
        };
        StorefrontTotals: {
            /** @description Sum of the products, as text. */
            subtotal?: components["schemas"]["Money"];
            /** @description Price of shipping, as text. */
            shipping?: components["schemas"]["Money"];
            /** @description Sum of all, as text. */
            total?: components["schemas"]["Money"];
        };
        /** @description Open because none of its field names is published. */
        Brand: {
            [key: string]: unknown;
        };
        /** @description The brands, bare or in an envelope; which of the two is not published. */
        BrandList: components["schemas"]["Brand"][] | components["schemas"]["BrandPage"];
        /** @description Envelope by the general rule, which names the array after the plural of the resource. */
        BrandPage: {
            paging?: components["schemas"]["Paging"];
            brands: components["schemas"]["Brand"][];
        };
        /** @description Open because none of its field names is published. */
        Manufacturer: {
            [key: string]: unknown;
        };
        /** @description The manufacturers, bare or in an envelope; which of the two is not published. */
        ManufacturerList: components["schemas"]["Manufacturer"][] | components["schemas"]["ManufacturerPage"];
        /** @description Envelope by the general rule, which names the array after the plural of the resource. */
        ManufacturerPage: {
            paging?: components["schemas"]["Paging"];
            manufacturers: components["schemas"]["Manufacturer"][];
        };
        /** @description Open because none of its field names is published. */
        Profile: {
            [key: string]: unknown;
        };
        /** @description The profiles, bare or in an envelope; which of the two is not published. */
        ProfileList: components["schemas"]["Profile"][] | components["schemas"]["ProfilePage"];
        /** @description Envelope by the general rule, which names the array after the plural of the resource. */
        ProfilePage: {
            paging?: components["schemas"]["Paging"];
            profiles: components["schemas"]["Profile"][];
        };
        /** @description Open because none of its field names is published. */
        ProfileAttribute: {
            [key: string]: unknown;
        };
        /** @description The profile attributes, bare or in an envelope; which of the two is not published. */
        ProfileAttributeList: components["schemas"]["ProfileAttribute"][] | components["schemas"]["ProfileAttributePage"];
        /** @description Envelope by the general rule, which names the array after the plural of the resource. */
        ProfileAttributePage: {
            paging?: components["schemas"]["Paging"];
            profile_attributes: components["schemas"]["ProfileAttribute"][];
        };
        /** @description Open because none of its field names is published. */
        OrderReturn: {
            [key: string]: unknown;
        };
        /** @description The order returns, bare or in an envelope; which of the two is not published. */
        OrderReturnList: components["schemas"]["OrderReturn"][] | components["schemas"]["OrderReturnPage"];
        /** @description Envelope by the general rule, which names the array after the plural of the resource. */
        OrderReturnPage: {
            paging?: components["schemas"]["Paging"];
            order_returns: components["schemas"]["OrderReturn"][];
        };
        /** @description The blog posts, bare or in an envelope; which of the two is not published. */
        BlogPostList: components["schemas"]["BlogPost"][] | components["schemas"]["BlogPostPage"];
        /** @description Envelope by the general rule, which names the array after the plural of the resource. */
        BlogPostPage: {
            paging?: components["schemas"]["Paging"];
            blog_posts: components["schemas"]["BlogPost"][];
        };
        /** @description Open because none of its field names is published. */
        PaymentGateway: {
            [key: string]: unknown;
        };
        /** @description The payment gateways, bare or in an envelope; which of the two is not published. */
        PaymentGatewayList: components["schemas"]["PaymentGateway"][] | components["schemas"]["PaymentGatewayPage"];
        /** @description Envelope by the general rule, which names the array after the plural of the resource. */
        PaymentGatewayPage: {
            paging?: components["schemas"]["Paging"];
            payment_gateways: components["schemas"]["PaymentGateway"][];
        };
        /** @description Open because none of its field names is published. */
        Country: {
            [key: string]: unknown;
        };
        /** @description The countries, bare or in an envelope; which of the two is not published. */
        CountryList: components["schemas"]["Country"][] | components["schemas"]["CountryPage"];
        /** @description Envelope by the general rule, which names the array after the plural of the resource. */
        CountryPage: {
            paging?: components["schemas"]["Paging"];
            countries: components["schemas"]["Country"][];
        };
        /** @description Open because none of its field names is published. */
        Redirect: {
            [key: string]: unknown;
        };
        /** @description The redirects, bare or in an envelope; which of the two is not published. */
        RedirectList: components["schemas"]["Redirect"][] | components["schemas"]["RedirectPage"];
        /** @description Envelope by the general rule, which names the array after the plural of the resource. */
        RedirectPage: {
            paging?: components["schemas"]["Paging"];
            redirects: components["schemas"]["Redirect"][];
        };
        /** @description Open because none of its field names is published. */
        Webhook: {
            [key: string]: unknown;
        };
        /** @description The webhooks, bare or in an envelope; which of the two is not published. */
        WebhookList: components["schemas"]["Webhook"][] | components["schemas"]["WebhookPage"];
        /** @description Envelope by the general rule, which names the array after the plural of the resource. */
        WebhookPage: {
            paging?: components["schemas"]["Paging"];
            webhooks: components["schemas"]["Webhook"][];
        };
        ProductPage: {
            paging: components["schemas"]["Paging"];
            products: components["schemas"]["Product"][];
        };
        OrderPage: {
            paging: components["schemas"]["Paging"];
            orders: components["schemas"]["Order"][];
        };
        CustomerPage: {
            paging: components["schemas"]["Paging"];
            customers: components["schemas"]["Customer"][];
        };
        VoucherPage: {
            paging: components["schemas"]["Paging"];
            vouchers: components["schemas"]["Voucher"][];
        };
        LandingPagePage: {
            paging: components["schemas"]["Paging"];
            landing_pages: components["schemas"]["LandingPage"][];
        };
        MenuPage: {
            paging: components["schemas"]["Paging"];
            menus: components["schemas"]["Menu"][];
        };
    };
    responses: {
        /**
         * @description Refused. Neither the statuses of a bad token, a missing right or a used-up quota nor the format of errors is
         *     published; a bare text has been seen.
         */
        Refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /** @example 404 Not Found */
                "text/plain": string;
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Refused. Statuses and bodies are not published. */
        StorefrontRefused: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
    };
    parameters: {
        /**
         * @description Items per page. A maximum exists but is not published; clients use up to 100.
         * @example 100
         */
        Limit: number;
        /**
         * @description Zero-based start.
         * @example 0
         */
        Offset: number;
        /**
         * @description Only what changed since; `YYYY-MM-DDTHH:MM:SS`, without a zone.
         * @example 2026-01-01T00:00:00
         */
        LastModified: components["schemas"]["LocalDateTimeQuery"];
    };
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
                 * @description Display name of the app, as free text.
                 * @example Fjord Sync
                 */
                client_id: string;
                /**
                 * @description Address of the app that the browser comes back to.
                 * @example https://sync.example.com/shoporama/callback
                 */
                redirect_uri: string;
                /**
                 * @description Random, single-use text bound to the browser's session. It is echoed and is the only protection of the
                 *     flow; whether the page insists on it is not published.
                 * @example 8d1b40c2f6a94e77
                 */
                state: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The login and permission page, for the merchant's eyes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The browser is sent on, in the end to `redirect_uri` with the parameters of `authorizationReturn`. */
            302: {
                headers: {
                    /**
                     * @description The next address of the browser.
                     * @example https://sync.example.com/shoporama/callback?token=t0k3n&state=8d1b40c2f6a94e77
                     */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A page for the merchant. Its statuses are not published. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listProducts: {
        parameters: {
            query?: {
                /**
                 * @description Items per page. A maximum exists but is not published; clients use up to 100.
                 * @example 100
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Zero-based start.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
                /**
                 * @description Only what changed since; `YYYY-MM-DDTHH:MM:SS`, without a zone.
                 * @example 2026-01-01T00:00:00
                 */
                last_modified?: components["parameters"]["LastModified"];
                /**
                 * @description Only products of this supplier.
                 * @example 7001
                 */
                supplier_id?: components["schemas"]["Id"];
                /**
                 * @description Only products that hold this word.
                 * @example lampe
                 */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of products. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "paging": {
                     *         "offset": 0,
                     *         "limit": 100,
                     *         "count": 1,
                     *         "total": 1
                     *       },
                     *       "products": [
                     *         {
                     *           "product_id": 512034,
                     *           "own_id": "LAMP-07",
                     *           "sec_own_id": null,
                     *           "profile_id": 310,
                     *           "supplier_id": 7001,
                     *           "brand_id": 88,
                     *           "main_category_id": "412",
                     *           "created": "2026-01-09 10:15:00",
                     *           "is_online": 1,
                     *           "online_since": "2026-01-09 10:15:00",
                     *           "removed_on": null,
                     *           "rewrite_url": "bordlampe-fyr",
                     *           "name": "Bordlampe Fyr",
                     *           "description": "<p>Lampe i eg.</p>\r\n",
                     *           "vat": null,
                     *           "price": 349.95,
                     *           "sale_price": null,
                     *           "weight": 0,
                     *           "last_modified": "2026-02-02 08:00:41",
                     *           "url": "https://lampehuset.example.com/bordlampe-fyr",
                     *           "categories": [
                     *             412,
                     *             418
                     *           ],
                     *           "related": [],
                     *           "images": [
                     *             {
                     *               "image_id": "90211",
                     *               "weight": "10",
                     *               "variant_name": null,
                     *               "description": "",
                     *               "url": "https://lampehuset.example.com/cache/90211.png"
                     *             }
                     *           ],
                     *           "extension_data": [
                     *             {
                     *               "title": "Sokkel",
                     *               "type": "text",
                     *               "id": "socket",
                     *               "value": false
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProductPage"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    createProduct: {
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
                 *       "name": "Bordlampe Fyr",
                 *       "is_online": 1,
                 *       "supplier_id": 7001,
                 *       "profile_id": 310,
                 *       "price": 349.95,
                 *       "sale_price": "",
                 *       "rewrite_url": "bordlampe-fyr",
                 *       "attributes": [
                 *         {
                 *           "attribute_id": 61,
                 *           "value": 604
                 *         }
                 *       ],
                 *       "images": [
                 *         {
                 *           "data": "R0lGODlhAQABAAAAACw=",
                 *           "description": "Forfra"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ProductWrite"];
            };
        };
        responses: {
            /** @description The product was made. At least its id comes back, presumably the whole product. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "product_id": 512034
                     *     }
                     */
                    "application/json": components["schemas"]["ProductSaved"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    getProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the product.
                 * @example 512034
                 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product, without an envelope and without a stock count. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "product_id": 512034,
                     *       "own_id": "LAMP-07",
                     *       "sec_own_id": null,
                     *       "profile_id": 310,
                     *       "supplier_id": 7001,
                     *       "brand_id": 88,
                     *       "main_category_id": "412",
                     *       "created": "2026-01-09 10:15:00",
                     *       "is_online": 1,
                     *       "online_since": "2026-01-09 10:15:00",
                     *       "removed_on": null,
                     *       "rewrite_url": "bordlampe-fyr",
                     *       "name": "Bordlampe Fyr",
                     *       "description": "<p>Lampe i eg.</p>\r\n",
                     *       "vat": null,
                     *       "price": 349.95,
                     *       "sale_price": null,
                     *       "weight": 0,
                     *       "last_modified": "2026-02-02 08:00:41",
                     *       "url": "https://lampehuset.example.com/bordlampe-fyr",
                     *       "categories": [
                     *         412,
                     *         418
                     *       ],
                     *       "related": [],
                     *       "images": [
                     *         {
                     *           "image_id": "90211",
                     *           "weight": "10",
                     *           "variant_name": null,
                     *           "description": "",
                     *           "url": "https://lampehuset.example.com/cache/90211.png"
                     *         }
                     *       ],
                     *       "extension_data": [
                     *         {
                     *           "title": "Sokkel",
                     *           "type": "text",
                     *           "id": "socket",
                     *           "value": false
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description The product is deleted. A bare text, not JSON. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example 410 Gone */
                    "text/plain": string;
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    updateProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the product.
                 * @example 512034
                 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "price": 299,
                 *       "images": [
                 *         {
                 *           "image_id": "90211",
                 *           "remove": 1
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ProductWrite"];
            };
        };
        responses: {
            /** @description The product was changed. At least its id comes back, presumably the whole product. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "product_id": 512034
                     *     }
                     */
                    "application/json": components["schemas"]["ProductSaved"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    deleteProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the product.
                 * @example 512034
                 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product was deleted. The body is not published. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    patchProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the product.
                 * @example 512034
                 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Bordlampe Fyr, eg"
                 *     }
                 */
                "application/json": components["schemas"]["ProductWrite"];
            };
        };
        responses: {
            /** @description The product was changed. The body is not published. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    listCategories: {
        parameters: {
            query?: {
                /**
                 * @description Items per page. May be ignored.
                 * @example 100
                 */
                limit?: number;
                /**
                 * @description Zero-based start. May be ignored.
                 * @example 0
                 */
                offset?: number;
                /**
                 * @description Only what changed since; `YYYY-MM-DDTHH:MM:SS`. May be ignored.
                 * @example 2026-01-01T00:00:00
                 */
                last_modified?: components["schemas"]["LocalDateTimeQuery"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The categories. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "category_id": 412,
                     *         "is_removed": "0",
                     *         "tag": null,
                     *         "parent_id": 0,
                     *         "in_menu": 1,
                     *         "is_online": 1,
                     *         "is_front": 0,
                     *         "is_hidden": null,
                     *         "name": "Lamper",
                     *         "no_index": 0,
                     *         "description_a": "<p>Alle lamper.</p>",
                     *         "description_b": "",
                     *         "rewrite_url": "lamper",
                     *         "sort_order": "normal",
                     *         "weight": 20,
                     *         "json_data": null,
                     *         "last_modified": "2026-02-01 12:00:00",
                     *         "url": "https://lampehuset.example.com/lamper",
                     *         "images": [],
                     *         "extension_data": []
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["CategoryList"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    getCategory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the category.
                 * @example 412
                 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The category, without an envelope. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "category_id": 412,
                     *       "is_removed": "0",
                     *       "tag": null,
                     *       "parent_id": 0,
                     *       "in_menu": 1,
                     *       "is_online": 1,
                     *       "is_front": 0,
                     *       "is_hidden": null,
                     *       "name": "Lamper",
                     *       "no_index": 0,
                     *       "description_a": "<p>Alle lamper.</p>",
                     *       "description_b": "",
                     *       "rewrite_url": "lamper",
                     *       "sort_order": "normal",
                     *       "weight": 20,
                     *       "json_data": null,
                     *       "last_modified": "2026-02-01 12:00:00",
                     *       "url": "https://lampehuset.example.com/lamper",
                     *       "images": [],
                     *       "extension_data": []
                     *     }
                     */
                    "application/json": components["schemas"]["Category"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    listBrands: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The list; bare or in an envelope, which of the two is not published. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "paging": {
                     *         "offset": 0,
                     *         "limit": 100,
                     *         "count": 0,
                     *         "total": 0
                     *       },
                     *       "brands": []
                     *     }
                     */
                    "application/json": components["schemas"]["BrandList"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    listManufacturers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The list; bare or in an envelope, which of the two is not published. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "paging": {
                     *         "offset": 0,
                     *         "limit": 100,
                     *         "count": 0,
                     *         "total": 0
                     *       },
                     *       "manufacturers": []
                     *     }
                     */
                    "application/json": components["schemas"]["ManufacturerList"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    listSuppliers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The suppliers, as a bare array. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "supplier_id": 7001,
                     *         "is_removed": 0,
                     *         "name": "Nordlys Engros",
                     *         "link_to": "",
                     *         "dropshipping_mail": "orders@nordlys.example.com"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["SupplierList"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    listStock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stock levels; bare or in an envelope, which of the two is not published. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example [] */
                    "application/json": components["schemas"]["StockList"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    updateStock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StockWrite"];
            };
        };
        responses: {
            /** @description The stock was changed. The body is not published. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No such address. An id may be missing from the URL. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example 404 Not Found */
                    "text/plain": string;
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    listProfiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The list; bare or in an envelope, which of the two is not published. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "paging": {
                     *         "offset": 0,
                     *         "limit": 100,
                     *         "count": 0,
                     *         "total": 0
                     *       },
                     *       "profiles": []
                     *     }
                     */
                    "application/json": components["schemas"]["ProfileList"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    listProfileAttributes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The list; bare or in an envelope, which of the two is not published. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "paging": {
                     *         "offset": 0,
                     *         "limit": 100,
                     *         "count": 0,
                     *         "total": 0
                     *       },
                     *       "profile_attributes": []
                     *     }
                     */
                    "application/json": components["schemas"]["ProfileAttributeList"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    listOrders: {
        parameters: {
            query?: {
                /**
                 * @description Items per page. A maximum exists but is not published; clients use up to 100.
                 * @example 100
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Zero-based start.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of orders. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "paging": {
                     *         "offset": 0,
                     *         "limit": 100,
                     *         "count": 1,
                     *         "total": 40
                     *       },
                     *       "orders": [
                     *         {
                     *           "order_id": 2051
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OrderPage"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    createOrder: {
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
                 *       "basket_id": 99120,
                 *       "shipping_id": 3,
                 *       "del_country_id": 1,
                 *       "order_country_id": 1,
                 *       "status": "new"
                 *     }
                 */
                "application/json": components["schemas"]["OrderWrite"];
            };
        };
        responses: {
            /** @description The order was made. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "order_id": 2052
                     *     }
                     */
                    "application/json": components["schemas"]["Order"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    getOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the order.
                 * @example 2051
                 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "order_id": 2051
                     *     }
                     */
                    "application/json": components["schemas"]["Order"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    updateOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the order.
                 * @example 2051
                 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "shipped"
                 *     }
                 */
                "application/json": components["schemas"]["OrderWrite"];
            };
        };
        responses: {
            /** @description The order was changed. The body is not published; presumably the order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    patchOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the order.
                 * @example 2051
                 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "shipped",
                 *       "paid": 1
                 *     }
                 */
                "application/json": components["schemas"]["OrderWrite"];
            };
        };
        responses: {
            /** @description The order was changed. The body is not published. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    listOrderReturns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The list; bare or in an envelope, which of the two is not published. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "paging": {
                     *         "offset": 0,
                     *         "limit": 100,
                     *         "count": 0,
                     *         "total": 0
                     *       },
                     *       "order_returns": []
                     *     }
                     */
                    "application/json": components["schemas"]["OrderReturnList"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    listCustomers: {
        parameters: {
            query?: {
                /**
                 * @description Items per page. A maximum exists but is not published; clients use up to 100.
                 * @example 100
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Zero-based start.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of customers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "paging": {
                     *         "offset": 0,
                     *         "limit": 100,
                     *         "count": 1,
                     *         "total": 1
                     *       },
                     *       "customers": [
                     *         {
                     *           "customer_id": 611,
                     *           "email": "signe@example.com"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CustomerPage"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    createCustomer: {
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
                 *       "email": "signe@example.com"
                 *     }
                 */
                "application/json": components["schemas"]["CustomerWrite"];
            };
        };
        responses: {
            /** @description The customer was made. The body is not published; presumably the customer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    getCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the customer.
                 * @example 611
                 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The customer. Passwords are not returned. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "customer_id": 611,
                     *       "email": "signe@example.com"
                     *     }
                     */
                    "application/json": components["schemas"]["Customer"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    updateCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the customer.
                 * @example 611
                 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "signe.ny@example.com"
                 *     }
                 */
                "application/json": components["schemas"]["CustomerWrite"];
            };
        };
        responses: {
            /** @description The customer was changed. The body is not published; presumably the customer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    listVouchers: {
        parameters: {
            query?: {
                /**
                 * @description Items per page. A maximum exists but is not published; clients use up to 100.
                 * @example 100
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Zero-based start.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of discount codes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "paging": {
                     *         "offset": 0,
                     *         "limit": 100,
                     *         "count": 1,
                     *         "total": 1
                     *       },
                     *       "vouchers": [
                     *         {
                     *           "code": "SOMMER15",
                     *           "name": "Sommer",
                     *           "percent_discount": 15,
                     *           "price_discount": null,
                     *           "free_shipping": 0
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["VoucherPage"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    getVoucher: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the discount code.
                 * @example 77
                 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The discount code. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "SOMMER15",
                     *       "name": "Sommer",
                     *       "percent_discount": 15,
                     *       "price_discount": null,
                     *       "free_shipping": 0
                     *     }
                     */
                    "application/json": components["schemas"]["Voucher"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    listBlogPosts: {
        parameters: {
            query?: {
                /**
                 * @description Items per page. A maximum exists but is not published; clients use up to 100.
                 * @example 100
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Zero-based start.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The list; bare or in an envelope, which of the two is not published. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "paging": {
                     *         "offset": 0,
                     *         "limit": 100,
                     *         "count": 0,
                     *         "total": 0
                     *       },
                     *       "blog_posts": []
                     *     }
                     */
                    "application/json": components["schemas"]["BlogPostList"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    listPages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The pages, as a bare array. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example [] */
                    "application/json": components["schemas"]["PageList"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    getPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the page.
                 * @example 14
                 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. None of its field names is published. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    listLandingPages: {
        parameters: {
            query?: {
                /**
                 * @description Items per page. A maximum exists but is not published; clients use up to 100.
                 * @example 100
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Zero-based start.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of landing pages. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "paging": {
                     *         "offset": 0,
                     *         "limit": 100,
                     *         "count": 1,
                     *         "total": 1
                     *       },
                     *       "landing_pages": [
                     *         {
                     *           "landing_page_id": 31,
                     *           "product_count": 12
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["LandingPagePage"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    getLandingPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the landing page.
                 * @example 31
                 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The landing page; the number of its products, not the products. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "landing_page_id": 31,
                     *       "product_count": 12
                     *     }
                     */
                    "application/json": components["schemas"]["LandingPage"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    listMenus: {
        parameters: {
            query?: {
                /**
                 * @description Items per page. A maximum exists but is not published; clients use up to 100.
                 * @example 100
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Zero-based start.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of menus. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "paging": {
                     *         "offset": 0,
                     *         "limit": 100,
                     *         "count": 1,
                     *         "total": 1
                     *       },
                     *       "menus": [
                     *         {
                     *           "menu_id": 2,
                     *           "location": "top",
                     *           "tag": "main"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MenuPage"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    getMenu: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the menu.
                 * @example 2
                 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The menu. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "menu_id": 2,
                     *       "items": [
                     *         {
                     *           "type": "category",
                     *           "val": 412,
                     *           "cached_url": "/lamper",
                     *           "sub_items": [
                     *             {
                     *               "type": "url",
                     *               "val": "https://lampehuset.example.com/guide",
                     *               "cached_url": "",
                     *               "sub_items": []
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Menu"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    listShippingMethods: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The shipping methods, as a bare array. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "shipping_id": 3
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["ShippingMethodList"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    getShippingMethod: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the shipping method.
                 * @example 3
                 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The shipping method. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "shipping_id": 3
                     *     }
                     */
                    "application/json": components["schemas"]["ShippingMethod"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    listPaymentGateways: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The list; bare or in an envelope, which of the two is not published. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "paging": {
                     *         "offset": 0,
                     *         "limit": 100,
                     *         "count": 0,
                     *         "total": 0
                     *       },
                     *       "payment_gateways": []
                     *     }
                     */
                    "application/json": components["schemas"]["PaymentGatewayList"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    listCountries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The list; bare or in an envelope, which of the two is not published. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "paging": {
                     *         "offset": 0,
                     *         "limit": 100,
                     *         "count": 0,
                     *         "total": 0
                     *       },
                     *       "countries": []
                     *     }
                     */
                    "application/json": components["schemas"]["CountryList"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    listRedirects: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The list; bare or in an envelope, which of the two is not published. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "paging": {
                     *         "offset": 0,
                     *         "limit": 100,
                     *         "count": 0,
                     *         "total": 0
                     *       },
                     *       "redirects": []
                     *     }
                     */
                    "application/json": components["schemas"]["RedirectList"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The list; bare or in an envelope, which of the two is not published. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "paging": {
                     *         "offset": 0,
                     *         "limit": 100,
                     *         "count": 0,
                     *         "total": 0
                     *       },
                     *       "webhooks": []
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookList"];
                };
            };
            "4XX": components["responses"]["Refused"];
        };
    };
    listStorefrontProducts: {
        parameters: {
            query?: {
                /**
                 * @description Items per page. A maximum exists but is not published; clients use up to 100.
                 * @example 100
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Zero-based start.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
                /**
                 * @description Only products of this category.
                 * @example 412
                 */
                category_id?: components["schemas"]["Id"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of products. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "products": [
                     *           {
                     *             "id": 512034,
                     *             "name": "Bordlampe Fyr",
                     *             "price": 349.95,
                     *             "url": "/bordlampe-fyr",
                     *             "images": []
                     *           }
                     *         ],
                     *         "pagination": {
                     *           "total": 31,
                     *           "limit": 20,
                     *           "offset": 0
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["StorefrontProductPage"];
                };
            };
            "4XX": components["responses"]["StorefrontRefused"];
        };
    };
    getStorefrontProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the product.
                 * @example 512034
                 */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "id": 512034,
                     *         "name": "Bordlampe Fyr",
                     *         "description": "Lampe i eg.",
                     *         "price": 349.95,
                     *         "in_stock": true,
                     *         "images": [
                     *           {
                     *             "id": 90211,
                     *             "formats": {
                     *               "original": "https://lampehuset.example.com/original.png",
                     *               "thumbnail": "https://lampehuset.example.com/thumbnail.png"
                     *             }
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["StorefrontProductAnswer"];
                };
            };
            "4XX": components["responses"]["StorefrontRefused"];
        };
    };
    getBasket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The basket of the browser's session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "items": [
                     *           {
                     *             "product_id": 512034,
                     *             "name": "Bordlampe Fyr",
                     *             "price": 349.95,
                     *             "amount": 2,
                     *             "total": 699.9
                     *           }
                     *         ],
                     *         "subtotal": 699.9,
                     *         "shipping": 39,
                     *         "total": 738.9
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["BasketAnswer"];
                };
            };
            "4XX": components["responses"]["StorefrontRefused"];
        };
    };
    addToBasket: {
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
                 *       "product_id": 512034,
                 *       "amount": 1
                 *     }
                 */
                "application/json": components["schemas"]["BasketAdd"];
            };
        };
        responses: {
            /** @description The product was added. The body is not published. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["StorefrontRefused"];
        };
    };
    setBasketAmount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the product.
                 * @example 512034
                 */
                product_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": 3
                 *     }
                 */
                "application/json": components["schemas"]["BasketAmount"];
            };
        };
        responses: {
            /** @description The amount was changed. The body is not published. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["StorefrontRefused"];
        };
    };
    removeFromBasket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the product.
                 * @example 512034
                 */
                product_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product was removed. The body is not published. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["StorefrontRefused"];
        };
    };
    getStorefrontOrder: {
        parameters: {
            query: {
                /**
                 * @description Id of the order.
                 * @example 2051
                 */
                order_id: components["schemas"]["Id"];
                /**
                 * @description MD5 of the customer's e-mail, in hex.
                 * @example 1f0e3dad99908345f7439f8ffabdffc4
                 */
                chk: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "order": {
                     *           "order_id": "2051",
                     *           "status": "new",
                     *           "total": "738.90",
                     *           "currency": "DKK",
                     *           "customer": {
                     *             "name": "Signe Holm",
                     *             "email": "signe@example.com"
                     *           },
                     *           "products": [
                     *             {
                     *               "name": "Bordlampe Fyr",
                     *               "price": "349.95",
                     *               "quantity": "2",
                     *               "image": {
                     *                 "url": "https://lampehuset.example.com/thumbnail.png"
                     *               }
                     *             }
                     *           ],
                     *           "totals": {
                     *             "subtotal": "699.90",
                     *             "shipping": "39.00",
                     *             "total": "738.90"
                     *           }
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["StorefrontOrderAnswer"];
                };
            };
            "4XX": components["responses"]["StorefrontRefused"];
        };
    };
}
