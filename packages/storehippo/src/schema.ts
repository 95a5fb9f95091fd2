// Generated from specs/storehippo.yaml by `pnpm generate`; edit the spec instead.

export interface paths {
    "/admin/oauth/authorization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask the merchant to install the app
         * @description For the browser. There is no `response_type`, and scopes are joined by commas: general OAuth libraries get both wrong. After Install the browser goes to `redirect_uri` with the code in its query; nothing there names the store, and there is no signature, so bind the store to `state`. Only `redirect_uri` is marked required in the documentation; its URL template has all four.
         */
        get: operations["authorize"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/oauth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange the code for a permanent token
         * @description On the host of the store itself. The code works once; there is no refresh token and no expiry.
         */
        post: operations["exchangeCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/{entity}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of an entity. Those of the platform start with `ms.`, those of the store do not.
                 * @example pincode
                 */
                entity: components["parameters"]["Entity"];
            };
            cookie?: never;
        };
        /**
         * List records of any entity
         * @description Also the way to the entities that a store defined itself, and to those of the platform that have no path of their own here.
         */
        get: operations["listRecords"];
        put?: never;
        /** Add a record of any entity */
        post: operations["createRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/{entity}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of an entity. Those of the platform start with `ms.`, those of the store do not.
                 * @example pincode
                 */
                entity: components["parameters"]["Entity"];
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Get a record of any entity */
        get: operations["getRecord"];
        /**
         * Edit a record of any entity
         * @description Changes only the members it names.
         */
        put: operations["updateRecord"];
        post?: never;
        /**
         * Delete a record of any entity
         * @description The SDK can send a JSON body as well; what it would do is not stated.
         */
        delete: operations["deleteRecord"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/{entity}/{id}/_duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of an entity. Those of the platform start with `ms.`, those of the store do not.
                 * @example pincode
                 */
                entity: components["parameters"]["Entity"];
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Duplicate a record
         * @description Makes a copy; the body names what differs. The shape of the answer is that of adding, as far as known.
         */
        put: operations["duplicateRecord"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/{entity}/{id}/{field}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of an entity. Those of the platform start with `ms.`, those of the store do not.
                 * @example pincode
                 */
                entity: components["parameters"]["Entity"];
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
                /**
                 * @description Name of an array field of the record.
                 * @example slots
                 */
                field: components["parameters"]["Field"];
            };
            cookie?: never;
        };
        /** List the elements of an array field */
        get: operations["listElements"];
        put?: never;
        /** Add an element to an array field */
        post: operations["createElement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/{entity}/{id}/{field}/{fieldId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of an entity. Those of the platform start with `ms.`, those of the store do not.
                 * @example pincode
                 */
                entity: components["parameters"]["Entity"];
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
                /**
                 * @description Name of an array field of the record.
                 * @example slots
                 */
                field: components["parameters"]["Field"];
                /**
                 * @description `_id` of the element.
                 * @example 68f0c2a4b1d9e37a5c60e9f1
                 */
                fieldId: components["parameters"]["FieldId"];
            };
            cookie?: never;
        };
        /** Get an element of an array field */
        get: operations["getElement"];
        /**
         * Edit an element of an array field
         * @description Changes only the members it names.
         */
        put: operations["updateElement"];
        post?: never;
        /** Delete an element of an array field */
        delete: operations["deleteElement"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/{entity}/{id}/{field}/{fieldId}/_duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of an entity. Those of the platform start with `ms.`, those of the store do not.
                 * @example pincode
                 */
                entity: components["parameters"]["Entity"];
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
                /**
                 * @description Name of an array field of the record.
                 * @example slots
                 */
                field: components["parameters"]["Field"];
                /**
                 * @description `_id` of the element.
                 * @example 68f0c2a4b1d9e37a5c60e9f1
                 */
                fieldId: components["parameters"]["FieldId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Duplicate an element of an array field
         * @description Makes a copy; the body names what differs.
         */
        put: operations["duplicateElement"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/{entity}/_/{command}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of an entity. Those of the platform start with `ms.`, those of the store do not.
                 * @example pincode
                 */
                entity: components["parameters"]["Entity"];
                /**
                 * @description Name of the command.
                 * @example setPreferences
                 */
                command: components["parameters"]["Command"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Run a command of an entity
         * @description The SDK always sends PUT; commands that a store defines may also answer to GET, POST or DELETE. Roles limit who may run a command.
         */
        put: operations["runEntityCommand"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/{entity}/{id}/_/{command}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of an entity. Those of the platform start with `ms.`, those of the store do not.
                 * @example pincode
                 */
                entity: components["parameters"]["Entity"];
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
                /**
                 * @description Name of the command.
                 * @example setPreferences
                 */
                command: components["parameters"]["Command"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Run a command of a record
         * @description For instance receivePayment and ship of ms.orders, whose arguments no source states.
         */
        put: operations["runRecordCommand"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/ms.products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List products */
        get: operations["listProducts"];
        put?: never;
        /** Add a product */
        post: operations["createProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/ms.products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Get a product */
        get: operations["getProduct"];
        /**
         * Edit a product
         * @description Changes only the members it names.
         */
        put: operations["updateProduct"];
        post?: never;
        /** Delete a product */
        delete: operations["deleteProduct"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/ms.orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List orders */
        get: operations["listOrders"];
        put?: never;
        /** Add an order */
        post: operations["createOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/ms.orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Get an order */
        get: operations["getOrder"];
        /**
         * Edit an order
         * @description Changes only the members it names.
         */
        put: operations["updateOrder"];
        post?: never;
        /** Delete an order */
        delete: operations["deleteOrder"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/ms.users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List users */
        get: operations["listUsers"];
        put?: never;
        /** Add a user */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/ms.users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Get a user */
        get: operations["getUser"];
        /**
         * Edit a user
         * @description Changes only the members it names.
         */
        put: operations["updateUser"];
        post?: never;
        /** Delete a user */
        delete: operations["deleteUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/ms.brands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List brands */
        get: operations["listBrands"];
        put?: never;
        /** Add a brand */
        post: operations["createBrand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/ms.brands/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Get a brand */
        get: operations["getBrand"];
        /**
         * Edit a brand
         * @description Changes only the members it names.
         */
        put: operations["updateBrand"];
        post?: never;
        /** Delete a brand */
        delete: operations["deleteBrand"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/ms.categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List categories */
        get: operations["listCategories"];
        put?: never;
        /** Add a category */
        post: operations["createCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/ms.categories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Get a category */
        get: operations["getCategory"];
        /**
         * Edit a category
         * @description Changes only the members it names.
         */
        put: operations["updateCategory"];
        post?: never;
        /** Delete a category */
        delete: operations["deleteCategory"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/ms.collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List collections */
        get: operations["listCollections"];
        put?: never;
        /** Add a collection */
        post: operations["createCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/ms.collections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Get a collection */
        get: operations["getCollection"];
        /**
         * Edit a collection
         * @description Changes only the members it names.
         */
        put: operations["updateCollection"];
        post?: never;
        /** Delete a collection */
        delete: operations["deleteCollection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/ms.carts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List carts */
        get: operations["listCarts"];
        put?: never;
        /** Add a cart */
        post: operations["createCart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/ms.carts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Get a cart */
        get: operations["getCart"];
        /**
         * Edit a cart
         * @description Changes only the members it names.
         */
        put: operations["updateCart"];
        post?: never;
        /** Delete a cart */
        delete: operations["deleteCart"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/ms.fulfillments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List fulfillments */
        get: operations["listFulfillments"];
        put?: never;
        /** Add a fulfillment */
        post: operations["createFulfillment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/ms.fulfillments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Get a fulfillment */
        get: operations["getFulfillment"];
        /**
         * Edit a fulfillment
         * @description Changes only the members it names.
         */
        put: operations["updateFulfillment"];
        post?: never;
        /** Delete a fulfillment */
        delete: operations["deleteFulfillment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/ms.coupon_codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List coupon codes */
        get: operations["listCouponCodes"];
        put?: never;
        /** Add a coupon code */
        post: operations["createCouponCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/ms.coupon_codes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Get a coupon code */
        get: operations["getCouponCode"];
        /**
         * Edit a coupon code
         * @description Changes only the members it names.
         */
        put: operations["updateCouponCode"];
        post?: never;
        /** Delete a coupon code */
        delete: operations["deleteCouponCode"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/ms.discounts_new": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List discounts */
        get: operations["listDiscounts"];
        put?: never;
        /** Add a discount */
        post: operations["createDiscount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/ms.discounts_new/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Get a discount */
        get: operations["getDiscount"];
        /**
         * Edit a discount
         * @description Changes only the members it names.
         */
        put: operations["updateDiscount"];
        post?: never;
        /** Delete a discount */
        delete: operations["deleteDiscount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/ms.sellers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List sellers */
        get: operations["listSellers"];
        put?: never;
        /** Add a seller */
        post: operations["createSeller"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/ms.sellers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Get a seller */
        get: operations["getSeller"];
        /**
         * Edit a seller
         * @description Changes only the members it names.
         */
        put: operations["updateSeller"];
        post?: never;
        /** Delete a seller */
        delete: operations["deleteSeller"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/ms.tax_rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List tax rules */
        get: operations["listTaxRules"];
        put?: never;
        /** Add a tax rule */
        post: operations["createTaxRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/ms.tax_rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Get a tax rule */
        get: operations["getTaxRule"];
        /**
         * Edit a tax rule
         * @description Changes only the members it names.
         */
        put: operations["updateTaxRule"];
        post?: never;
        /** Delete a tax rule */
        delete: operations["deleteTaxRule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/ms.user_groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List user groups */
        get: operations["listUserGroups"];
        put?: never;
        /** Add a user group */
        post: operations["createUserGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/ms.user_groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Get a user group */
        get: operations["getUserGroup"];
        /**
         * Edit a user group
         * @description Changes only the members it names.
         */
        put: operations["updateUserGroup"];
        post?: never;
        /** Delete a user group */
        delete: operations["deleteUserGroup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/ms.shipping_rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List shipping rates */
        get: operations["listShippingRates"];
        put?: never;
        /** Add a shipping rate */
        post: operations["createShippingRate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/ms.shipping_rates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Get a shipping rate */
        get: operations["getShippingRate"];
        /**
         * Edit a shipping rate
         * @description Changes only the members it names.
         */
        put: operations["updateShippingRate"];
        post?: never;
        /** Delete a shipping rate */
        delete: operations["deleteShippingRate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    customerCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Customer create
         * @description Customers are records of ms.users. Sent by the store. Nothing is known of retries, order or delivery ids: take a delivery as a hint that may come twice, late or never.
         */
        post: operations["onCustomerCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    customerUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Customer update
         * @description Customers are records of ms.users. Sent by the store. Nothing is known of retries, order or delivery ids: take a delivery as a hint that may come twice, late or never.
         */
        post: operations["onCustomerUpdate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    customerDelete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Customer delete
         * @description Customers are records of ms.users. Sent by the store. Nothing is known of retries, order or delivery ids: take a delivery as a hint that may come twice, late or never.
         */
        post: operations["onCustomerDelete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    orderCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Order create
         * @description Sent by the store. Nothing is known of retries, order or delivery ids: take a delivery as a hint that may come twice, late or never.
         */
        post: operations["onOrderCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    orderUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Order update
         * @description Sent by the store. Nothing is known of retries, order or delivery ids: take a delivery as a hint that may come twice, late or never.
         */
        post: operations["onOrderUpdate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    orderDelete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Order delete
         * @description Sent by the store. Nothing is known of retries, order or delivery ids: take a delivery as a hint that may come twice, late or never.
         */
        post: operations["onOrderDelete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    productCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Product create
         * @description Sent by the store. Nothing is known of retries, order or delivery ids: take a delivery as a hint that may come twice, late or never.
         */
        post: operations["onProductCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    productUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Product update
         * @description Sent by the store. Nothing is known of retries, order or delivery ids: take a delivery as a hint that may come twice, late or never.
         */
        post: operations["onProductUpdate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    productDelete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Product delete
         * @description Sent by the store. Nothing is known of retries, order or delivery ids: take a delivery as a hint that may come twice, late or never. Listed on the oldest page only.
         */
        post: operations["onProductDelete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /**
         * @description Identifier of a record: a Mongo ObjectId, 24 hexadecimal digits, in all live data.
         * @example 68f0c2a4b1d9e37a5c60e812
         */
        Id: string;
        /**
         * @description A number. Money, weights and quantities arrive as a JSON number in one place and as decimal text in another, at times within one record.
         * @example 249.5
         * @example 249.50
         */
        NumberLike: number | string;
        /** @description A number as in NumberLike, or nothing: null or empty text. */
        NumberLikeOrNull: number | string | null;
        /**
         * @description Yes or no as the API writes it: mostly "1" and "0", now and then a number or a boolean, at times in one object.
         * @example 1
         * @example 0
         * @example true
         */
        Flag: string | number | boolean | null;
        /**
         * @description Yes or no as sent. The documentation writes "1" and "0"; live calls also send numbers and booleans.
         * @enum {unknown}
         */
        FlagWrite: "0" | "1" | 0 | 1 | true | false;
        /**
         * Format: date-time
         * @description ISO 8601 in UTC with milliseconds.
         * @example 2025-03-14T09:26:53.589Z
         */
        Timestamp: string;
        /** @description Free-form: neither the documentation nor public code says which members it has, or the store defines them itself. */
        OpenObject: {
            [key: string]: unknown;
        } | null;
        /** @description A list whose elements neither the documentation nor public code describes, so they are left free. */
        OpenList: ({
            [key: string]: unknown;
        } | string | number)[] | null;
        /**
         * @description Path of a stored file, to be put behind `fileBaseUrl`. It comes with or without `s/{storeId}/`; doubling that part gives 406. Collections document an object here without naming its members, so that form is left free.
         * @example ms.products/68f0c2a4b1d9e37a5c60e812/lantern.jpg
         */
        FilePath: string | {
            [key: string]: unknown;
        } | null;
        /** @description A file that the platform fetches itself. */
        FileUpload: {
            /**
             * @description Address of the file.
             * @example https://example.com/lantern.jpg
             */
            data: string;
            /** @enum {string} */
            uploadType: "url";
            /**
             * @description Media type of the file.
             * @example image/jpeg
             */
            type?: string;
        };
        /** @description A file as sent: the path of a stored file, its public address, or an order to fetch it. */
        FileWrite: string | components["schemas"]["FileUpload"];
        /** @description Search engine texts of a page; `{}` when there are none. */
        Seo: {
            title?: string | null;
            description?: string | null;
            keywords?: string | null;
            canonical_url?: string | null;
            sitemap_priority?: string | null;
        };
        /** @description A name with its value. */
        NameValue: {
            name?: string;
            value?: string | number;
        };
        /** @description A picture of a product. */
        ProductImage: {
            _id?: components["schemas"]["Id"];
            image?: components["schemas"]["FilePath"];
            caption?: string | null;
            tags?: string | null;
        };
        /** @description A picture of a product. As sent. */
        ProductImageWrite: {
            _id?: components["schemas"]["Id"];
            image: components["schemas"]["FileWrite"];
            caption?: string;
            tags?: string;
        };
        /** @description A film or other medium shown with a product. */
        Media: {
            url?: string;
            caption?: string | null;
            tags?: string | null;
        };
        /** @description A film or other medium shown with a product. As sent. */
        MediaWrite: {
            url: string;
            caption?: string;
            tags?: string;
        };
        /** @description A picture of a brand, category or collection. */
        Image: {
            _id?: components["schemas"]["Id"];
            image?: components["schemas"]["FilePath"];
            caption?: string | null;
            _metadata?: components["schemas"]["ImageMetadata"];
        };
        /** @description A picture of a brand, category or collection. As sent. */
        ImageWrite: {
            _id?: components["schemas"]["Id"];
            image: components["schemas"]["FileWrite"];
            caption?: string;
            _metadata?: components["schemas"]["ImageMetadata"];
        };
        /** @description What the platform keeps about an uploaded file. */
        ImageMetadata: {
            image?: {
                /** @description File name at upload. */
                name?: string;
                /** @description Media type. */
                type?: string;
            };
        };
        /** @description A property of a product, such as its material. */
        Attribute: {
            name?: string;
            value?: string | number;
            group?: string | null;
        };
        /** @description A choice the shopper makes, such as the colour. */
        ProductOption: {
            name?: string;
            values?: (string | number)[];
        };
        /** @description One combination of option values. */
        ProductVariant: {
            _id?: components["schemas"]["Id"];
            /** @description A number made by the maker of the record; live records have `_id`. */
            id?: number | string;
            /** @description Option values joined by a bar, in the order of `options`. */
            variant_id?: string | null;
            options?: components["schemas"]["NameValue"][];
            price?: components["schemas"]["NumberLike"];
            compare_price?: components["schemas"]["NumberLikeOrNull"];
            sku?: string | null;
            weight?: components["schemas"]["NumberLikeOrNull"];
            dimension?: components["schemas"]["OpenObject"];
            /** @description Open list; known are none and automatic. */
            inventory_management?: string | null;
            inventory_low_stock_quantity?: components["schemas"]["NumberLikeOrNull"];
        };
        /** @description One combination of option values. As sent. */
        ProductVariantWrite: {
            _id?: components["schemas"]["Id"];
            /** @description A number made by the maker of the record; live records have `_id`. */
            id?: number | string;
            /** @description Option values joined by a bar, in the order of `options`. */
            variant_id?: string;
            options?: components["schemas"]["NameValue"][];
            price?: components["schemas"]["NumberLike"];
            compare_price?: components["schemas"]["NumberLike"];
            sku?: string;
            weight?: components["schemas"]["NumberLike"];
            dimension?: components["schemas"]["OpenObject"];
            /** @enum {string} */
            inventory_management?: "none" | "automatic";
            inventory_low_stock_quantity?: components["schemas"]["NumberLike"];
        };
        /** @description One test of a coupon, discount or rule. */
        Condition: {
            /** @example order.total */
            field?: string;
            /**
             * @description Open list.
             * @example equal
             * @example not_equal
             * @example less_than
             * @example greater_than
             */
            operator?: string;
            value?: components["schemas"]["ConditionValue"];
        };
        /** @description One test of a coupon or discount. As sent. */
        ConditionWrite: {
            /**
             * @example order.total
             * @example order.quantity
             */
            field: string;
            /** @enum {string} */
            operator: "equal" | "not_equal" | "less_than" | "greater_than";
            value: components["schemas"]["ConditionValue"];
        };
        /** @description What the field is compared with. Documented as text; the samples also hold numbers, and `in` takes a list. */
        ConditionValue: string | number | boolean | (string | number)[];
        /** @description One rule of a dynamic collection. */
        CollectionFilter: {
            /** @example price */
            field?: string;
            /**
             * @description Open list; the documentation shows `eq`.
             * @example eq
             */
            operator?: string;
            value?: components["schemas"]["ConditionValue"];
        };
        /** @description A postal address. */
        Address: {
            _id?: components["schemas"]["Id"];
            full_name?: string | null;
            address?: string | null;
            city?: string | null;
            state?: string | null;
            /** @description Two-letter code. */
            country?: string | null;
            country_name?: string | null;
            zip?: string | number | null;
            phone?: string | number | null;
            title?: string | null;
            /** @description For example delivery_address. */
            type?: string | null;
            created_on?: components["schemas"]["Timestamp"];
        };
        /** @description A postal address. As sent. */
        AddressWrite: {
            full_name?: string;
            address: string;
            city: string;
            state: string;
            /** @description Two-letter code. */
            country: string;
            country_name?: string;
            zip?: string | number;
            phone?: string | number;
            title?: string;
            /** @description For example delivery_address. */
            type?: string;
        };
        /** @description Settings of a payment method. */
        PaymentSettings: {
            message?: string | null;
            /** @description Spelt so in the API. */
            check_availablity?: components["schemas"]["Flag"];
            userinput?: components["schemas"]["Flag"];
            form_name?: string | null;
            validate?: components["schemas"]["Flag"];
            /** @example sms */
            validation_source?: string | null;
        };
        /** @description How an order is paid. */
        PaymentMethod: {
            _id?: components["schemas"]["Id"];
            /** @example cash_on_delivery */
            type?: string;
            enabled?: components["schemas"]["Flag"];
            settings?: components["schemas"]["PaymentSettings"];
            name?: string;
            /** @description Spelt so in the API. */
            check_availablity?: components["schemas"]["Flag"];
            alias?: string;
            updated_on?: components["schemas"]["Timestamp"];
        };
        /** @description A charge on top of the items. */
        AdditionalCharge: {
            name?: string;
            /** @example payment_charges */
            type?: string;
            price?: components["schemas"]["NumberLike"];
        };
        /** @description The product as it was when ordered. */
        LineProduct: {
            name?: string;
            description?: string | null;
            price?: components["schemas"]["NumberLike"];
        };
        /** @description One line of an order. */
        OrderItem: {
            _id?: components["schemas"]["Id"];
            name?: string;
            product_id?: components["schemas"]["Id"];
            product_url?: string | null;
            image_url?: string | null;
            product?: components["schemas"]["LineProduct"];
            weight?: components["schemas"]["NumberLikeOrNull"];
            variant_id?: string | null;
            seller?: string | null;
            linked_product_id?: string | null;
            price?: components["schemas"]["NumberLike"];
            list_price?: components["schemas"]["NumberLikeOrNull"];
            discounts_percentage?: components["schemas"]["NumberLikeOrNull"];
            discounts_total?: components["schemas"]["NumberLikeOrNull"];
            discount_total?: components["schemas"]["NumberLikeOrNull"];
            discounts?: components["schemas"]["OpenList"];
            taxes_total?: components["schemas"]["NumberLikeOrNull"];
            shipping_cost?: components["schemas"]["NumberLikeOrNull"];
            quantity?: components["schemas"]["NumberLike"];
            total?: components["schemas"]["NumberLike"];
        };
        /** @description One line of an order. As sent. */
        OrderItemWrite: {
            _id?: components["schemas"]["Id"];
            name?: string;
            product_id?: components["schemas"]["Id"];
            product_url?: string;
            image_url?: string;
            product?: components["schemas"]["LineProduct"];
            weight?: components["schemas"]["NumberLike"];
            variant_id?: string;
            seller?: string;
            linked_product_id?: string | null;
            price?: components["schemas"]["NumberLike"];
            list_price?: components["schemas"]["NumberLike"];
            discounts_percentage?: components["schemas"]["NumberLike"];
            discounts_total?: components["schemas"]["NumberLike"];
            discount_total?: components["schemas"]["NumberLike"];
            discounts?: components["schemas"]["OpenList"];
            taxes_total?: components["schemas"]["NumberLike"];
            shipping_cost?: components["schemas"]["NumberLike"];
            quantity?: components["schemas"]["NumberLike"];
            total?: components["schemas"]["NumberLike"];
        };
        /** @description The seller as printed on the order. */
        SellerDetails: {
            user?: string | null;
            logo?: components["schemas"]["FilePath"];
            /** @description Text or an address object; public code does not say which members it has, so it is left free. */
            address?: string | {
                [key: string]: unknown;
            } | null;
            metafields?: components["schemas"]["OpenObject"];
            /** @description Indian GST number. */
            gstin?: string | null;
            tin?: string | null;
        };
        /** @description Where the order was placed from. */
        ClientDetails: {
            geo_location?: {
                /** @description Two numbers. */
                ll?: number[];
            } | null;
        };
        /** @description Charges to choose from, by seller: keys are the ids of sellers. */
        ShippingCharges: {
            [key: string]: {
                seller?: string | null;
            }[];
        } | null;
        /** @description Shipping chosen per seller. Keys are the ids of sellers; no source describes the values, so they are left free. */
        ShippingByVendor: {
            [key: string]: unknown;
        } | null;
        /** @description The currency of a cart. */
        Currency: {
            /** @example INR */
            name?: string;
            conversion_rate?: components["schemas"]["NumberLike"];
            symbol?: string | null;
        };
        /** @description One line of a cart. The cart page names the list only; these members are the arguments that add an item. */
        CartItem: {
            _id?: components["schemas"]["Id"];
            product_id?: components["schemas"]["Id"];
            seller_id?: string | null;
            selected_options?: components["schemas"]["OpenObject"];
            variant_id?: string | null;
            quantity?: components["schemas"]["NumberLike"];
            linked_product_id?: string | null;
            sku?: string | null;
        };
        /** @description One line of a cart. The cart page names the list only; these members are the arguments that add an item. As sent. */
        CartItemWrite: {
            _id?: components["schemas"]["Id"];
            product_id?: components["schemas"]["Id"];
            seller_id?: string;
            selected_options?: components["schemas"]["OpenObject"];
            variant_id?: string | null;
            quantity?: components["schemas"]["NumberLike"];
            linked_product_id?: string;
            sku?: string;
        };
        /** @description One line of a fulfillment. */
        FulfillmentItem: {
            _id?: components["schemas"]["Id"];
            sku?: string | null;
            quantity?: components["schemas"]["NumberLike"];
        };
        /** @description One line of a fulfillment. As sent. */
        FulfillmentItemWrite: {
            _id?: components["schemas"]["Id"];
            sku?: string;
            quantity?: components["schemas"]["NumberLike"];
        };
        /** @description Bank account of a seller. */
        BankDetails: {
            account_holder_name?: string | null;
            account_number?: string | null;
            bank_name?: string | null;
            city?: string | null;
            branch?: string | null;
            ifsc_code?: string | null;
        };
        /** @description Bank account of a seller. As sent. */
        BankDetailsWrite: {
            account_holder_name?: string;
            account_number?: string;
            bank_name?: string;
            city?: string;
            branch?: string;
            ifsc_code?: string;
        };
        /** @description A tax added to another. */
        AdditionalTax: {
            name?: string;
            value?: components["schemas"]["NumberLike"];
            apply_on?: string;
        };
        /** @description One tax of a rule. */
        Tax: {
            name?: string;
            type?: string | null;
            value?: components["schemas"]["NumberLike"];
            state_type?: string | null;
            states?: string | string[] | null;
            conditions?: components["schemas"]["Condition"][];
            group_tax?: components["schemas"]["Flag"];
            additional_taxes?: components["schemas"]["AdditionalTax"][];
        };
        /** @description One tax of a rule. As sent. */
        TaxWrite: {
            name: string;
            type?: string;
            value: components["schemas"]["NumberLike"];
            state_type?: string;
            states: string;
            conditions?: components["schemas"]["ConditionWrite"][];
            group_tax?: components["schemas"]["FlagWrite"];
            additional_taxes?: components["schemas"]["AdditionalTax"][];
        };
        /** @description Members that the platform gives every record. */
        SystemFields: {
            _id: components["schemas"]["Id"];
            created_on?: components["schemas"]["Timestamp"];
            updated_on?: components["schemas"]["Timestamp"];
            /** @description `_id` of the user who made the record. */
            _created_by?: string | null;
            /** @description `_id` of the user who edited it last. */
            _updated_by?: string | null;
            /** @description Size the platform keeps for the record; unit not stated. */
            _size?: number | string | null;
        };
        /** @description A product. Whether a shopper can buy it is told by `available`, not by `inventory_quantity`. Stores add fields of their own. */
        Product: {
            name?: string;
            /** @description Name in URLs. Made from the name when it is left out, and made unique when it is taken. */
            alias?: string;
            /** @description HTML. */
            description?: string | null;
            price?: components["schemas"]["NumberLike"];
            /** @description Price shown struck through. */
            compare_price?: components["schemas"]["NumberLikeOrNull"];
            original_price?: components["schemas"]["NumberLikeOrNull"];
            mrp_discount?: components["schemas"]["NumberLikeOrNull"];
            /** @description Alias of the brand. */
            brand?: string | null;
            /** @description Aliases of collections. */
            collections?: string[];
            /** @description Aliases of categories. */
            categories?: string[];
            images?: components["schemas"]["ProductImage"][];
            media?: components["schemas"]["Media"][];
            attributes?: components["schemas"]["Attribute"][];
            features?: components["schemas"]["OpenList"];
            uniquesku?: string | null;
            sku?: string | null;
            weight?: components["schemas"]["NumberLikeOrNull"];
            dimension?: components["schemas"]["OpenObject"];
            /** @description Shown in the shop. */
            publish?: components["schemas"]["Flag"];
            /** @description For example approved. */
            approve?: string | null;
            sort_order?: components["schemas"]["NumberLikeOrNull"];
            option_set?: string | null;
            options?: components["schemas"]["ProductOption"][];
            variants?: components["schemas"]["ProductVariant"][];
            default_variant?: string | null;
            /** @description Open list; known are none and automatic. */
            inventory_management?: string | null;
            /** @description Open list; known are product and variant. */
            inventory_management_level?: string | null;
            inventory_quantity?: components["schemas"]["NumberLikeOrNull"];
            inventory_low_stock_quantity?: components["schemas"]["NumberLikeOrNull"];
            inventory_allow_out_of_stock?: components["schemas"]["Flag"];
            /** @description Whether a shopper can buy it. */
            available?: components["schemas"]["Flag"];
            /** @description `_id` of the seller. */
            seller?: string | null;
            linked_product_id?: string | null;
            lp_seller_ids?: string[];
            /** @description Substores that sell it. */
            substore?: string[];
            metafields?: components["schemas"]["OpenObject"];
            SEO?: components["schemas"]["Seo"];
            discounts?: components["schemas"]["OpenList"];
            catalog_only?: components["schemas"]["Flag"];
            is_catalog?: components["schemas"]["Flag"];
            net_quantity?: components["schemas"]["NumberLikeOrNull"];
            /** @description SKUs. Seen in one store, and probably a field of its own. */
            frequently_bought_together?: string[];
            _metadata?: components["schemas"]["OpenObject"];
            _resolvedData?: components["schemas"]["OpenObject"];
            avg_rating?: components["schemas"]["NumberLikeOrNull"];
            num_reviews?: components["schemas"]["NumberLikeOrNull"];
            last_order_date?: string | null;
        } & components["schemas"]["SystemFields"];
        /** @description A product as sent. All members are optional: an edit changes only what it names. */
        ProductWrite: {
            name?: string;
            /** @description Name in URLs. Made from the name when it is left out, and made unique when it is taken. */
            alias?: string;
            /** @description HTML. */
            description?: string;
            price?: components["schemas"]["NumberLike"];
            /** @description Price shown struck through. */
            compare_price?: components["schemas"]["NumberLike"];
            original_price?: components["schemas"]["NumberLike"];
            mrp_discount?: components["schemas"]["NumberLike"];
            /** @description Alias of the brand. */
            brand?: string;
            /** @description Aliases of collections. */
            collections?: string[];
            /** @description Aliases of categories. */
            categories?: string[];
            images?: components["schemas"]["ProductImageWrite"][];
            media?: components["schemas"]["MediaWrite"][];
            attributes?: components["schemas"]["Attribute"][];
            features?: components["schemas"]["OpenList"];
            uniquesku?: string;
            sku?: string;
            weight?: components["schemas"]["NumberLike"];
            dimension?: components["schemas"]["OpenObject"];
            /** @description Shown in the shop. */
            publish?: components["schemas"]["FlagWrite"];
            /** @description For example approved. */
            approve?: string;
            sort_order?: components["schemas"]["NumberLike"];
            option_set?: string;
            options?: components["schemas"]["ProductOption"][];
            variants?: components["schemas"]["ProductVariantWrite"][];
            default_variant?: string;
            /** @enum {string} */
            inventory_management?: "none" | "automatic";
            /** @enum {string} */
            inventory_management_level?: "product" | "variant";
            inventory_quantity?: components["schemas"]["NumberLike"];
            inventory_low_stock_quantity?: components["schemas"]["NumberLike"];
            inventory_allow_out_of_stock?: components["schemas"]["FlagWrite"];
            /** @description Whether a shopper can buy it. */
            available?: components["schemas"]["FlagWrite"];
            /** @description `_id` of the seller. */
            seller?: string;
            linked_product_id?: string;
            lp_seller_ids?: string[];
            /** @description Substores that sell it. */
            substore?: string[];
            metafields?: components["schemas"]["OpenObject"];
            SEO?: components["schemas"]["Seo"];
            discounts?: components["schemas"]["OpenList"];
            catalog_only?: components["schemas"]["FlagWrite"];
            is_catalog?: components["schemas"]["FlagWrite"];
            net_quantity?: components["schemas"]["NumberLike"];
            /** @description SKUs. Seen in one store, and probably a field of its own. */
            frequently_bought_together?: string[];
            _metadata?: components["schemas"]["OpenObject"];
            _resolvedData?: components["schemas"]["OpenObject"];
            data?: never;
        };
        /** @description A product to be added. */
        ProductAdd: WithRequired<components["schemas"]["ProductWrite"], "name" | "price">;
        /** @description List of products. */
        ProductList: {
            /** @default [] */
            data: components["schemas"]["Product"][];
            /** @description The records, in the answer of the unversioned API; there is no `data` then. */
            records?: components["schemas"]["Product"][];
        } & components["schemas"]["ListEnvelope"];
        /** @description One product. */
        ProductAnswer: {
            data: components["schemas"]["Product"];
        } & components["schemas"]["Envelope"];
        /** @description Answer to adding a product. */
        ProductAdded: {
            /** @description The record, or as little as its `_id` – which can be missing too: look the record up by a field of your own then. */
            data?: components["schemas"]["Product"] | components["schemas"]["AddedRecord"];
        } & components["schemas"]["Envelope"];
        /** @description An order. Its amounts are numbers in some members and text in others. */
        Order: {
            /** @description Number shown to people: a prefix and a sequence, such as OID100. */
            order_id?: string | null;
            items?: components["schemas"]["OrderItem"][];
            payment_method?: components["schemas"]["PaymentMethod"];
            billing_address?: components["schemas"]["Address"];
            shipping_address?: components["schemas"]["Address"];
            /** @description The page marks it read-only: the platform works it out, and nothing says that a value sent is kept. */
            additional_charges?: components["schemas"]["AdditionalCharge"][];
            email?: string | null;
            item_count?: components["schemas"]["NumberLike"];
            sub_total?: components["schemas"]["NumberLike"];
            total?: components["schemas"]["NumberLike"];
            /** @description Seen: open, cancelled. */
            status?: string | null;
            /** @description For example Paid. */
            financial_status?: string | null;
            user_id?: string | null;
            seller?: string | null;
            seller_name?: string | null;
            seller_email?: string | null;
            seller_details?: components["schemas"]["SellerDetails"];
            shipping_total?: components["schemas"]["NumberLikeOrNull"];
            taxes_total?: components["schemas"]["NumberLikeOrNull"];
            shipping_by_vendor?: components["schemas"]["ShippingByVendor"];
            available_shipping_charges?: components["schemas"]["ShippingCharges"];
            options?: components["schemas"]["OpenObject"];
            client_details?: components["schemas"]["ClientDetails"];
        } & components["schemas"]["SystemFields"];
        /** @description A order as sent. All members are optional: an edit changes only what it names. */
        OrderWrite: {
            /** @description Number shown to people: a prefix and a sequence, such as OID100. */
            order_id?: string;
            items?: components["schemas"]["OrderItemWrite"][];
            payment_method?: components["schemas"]["PaymentMethod"];
            billing_address?: components["schemas"]["AddressWrite"];
            shipping_address?: components["schemas"]["AddressWrite"];
            /** @description The page marks it read-only: the platform works it out, and nothing says that a value sent is kept. */
            additional_charges?: components["schemas"]["AdditionalCharge"][];
            email?: string;
            item_count?: components["schemas"]["NumberLike"];
            sub_total?: components["schemas"]["NumberLike"];
            total?: components["schemas"]["NumberLike"];
            /** @description Seen: open, cancelled. */
            status?: string;
            /** @description For example Paid. */
            financial_status?: string;
            user_id?: string;
            seller?: string;
            seller_name?: string;
            seller_email?: string;
            seller_details?: components["schemas"]["SellerDetails"];
            shipping_total?: components["schemas"]["NumberLike"];
            taxes_total?: components["schemas"]["NumberLike"];
            shipping_by_vendor?: components["schemas"]["ShippingByVendor"];
            available_shipping_charges?: components["schemas"]["ShippingCharges"];
            options?: components["schemas"]["OpenObject"];
            client_details?: components["schemas"]["ClientDetails"];
            data?: never;
        };
        /** @description List of orders. */
        OrderList: {
            /** @default [] */
            data: components["schemas"]["Order"][];
            /** @description The records, in the answer of the unversioned API; there is no `data` then. */
            records?: components["schemas"]["Order"][];
        } & components["schemas"]["ListEnvelope"];
        /** @description One order. */
        OrderAnswer: {
            data: components["schemas"]["Order"];
        } & components["schemas"]["Envelope"];
        /** @description Answer to adding a order. */
        OrderAdded: {
            /** @description The record, or as little as its `_id` – which can be missing too: look the record up by a field of your own then. */
            data?: components["schemas"]["Order"] | components["schemas"]["AddedRecord"];
        } & components["schemas"]["Envelope"];
        /** @description A customer, seller or administrator. */
        User: {
            first_name?: string | null;
            last_name?: string | null;
            email?: string | null;
            /** @description Name as documented. */
            Image?: components["schemas"]["FilePath"];
            image?: components["schemas"]["FilePath"];
            /** @description Name as documented; live calls write `phone`. */
            Phone?: string | null;
            phone?: string | number | null;
            gender?: string | null;
            active?: components["schemas"]["Flag"];
            customer_groups?: string[];
            role?: string | null;
            email_verified?: components["schemas"]["Flag"];
            /** @description Spelt so in the API. */
            phone_veified?: components["schemas"]["Flag"];
            use_temporary_password?: components["schemas"]["Flag"];
        } & components["schemas"]["SystemFields"];
        /** @description A user as sent. All members are optional: an edit changes only what it names. */
        UserWrite: {
            first_name?: string;
            last_name?: string;
            email?: string;
            /** @description Name as documented, where it is required; live calls write `password`. */
            Password?: string;
            password?: string;
            /** @description Name as documented. */
            Image?: components["schemas"]["FileWrite"];
            image?: components["schemas"]["FileWrite"];
            /** @description Name as documented; live calls write `phone`. */
            Phone?: string;
            phone?: string;
            gender?: string;
            active?: components["schemas"]["FlagWrite"];
            customer_groups?: string[];
            role?: string;
            email_verified?: components["schemas"]["FlagWrite"];
            /** @description Spelt so in the API. */
            phone_veified?: components["schemas"]["FlagWrite"];
            use_temporary_password?: components["schemas"]["FlagWrite"];
            data?: never;
        };
        /** @description A user to be added. */
        UserAdd: WithRequired<components["schemas"]["UserWrite"], "email">;
        /** @description List of users. */
        UserList: {
            /** @default [] */
            data: components["schemas"]["User"][];
            /** @description The records, in the answer of the unversioned API; there is no `data` then. */
            records?: components["schemas"]["User"][];
        } & components["schemas"]["ListEnvelope"];
        /** @description One user. */
        UserAnswer: {
            data: components["schemas"]["User"];
        } & components["schemas"]["Envelope"];
        /** @description Answer to adding a user. */
        UserAdded: {
            /** @description The record, or as little as its `_id` – which can be missing too: look the record up by a field of your own then. */
            data?: components["schemas"]["User"] | components["schemas"]["AddedRecord"];
        } & components["schemas"]["Envelope"];
        /** @description A brand. Products point to it by `alias`. */
        Brand: {
            name?: string;
            /** @description Made from the name when it is left out. */
            alias?: string | null;
            description?: string | null;
            images?: components["schemas"]["Image"][];
            /** @description Number of products. */
            count?: components["schemas"]["NumberLikeOrNull"];
            publish?: components["schemas"]["Flag"];
            SEO?: components["schemas"]["Seo"];
        } & components["schemas"]["SystemFields"];
        /** @description A brand as sent. All members are optional: an edit changes only what it names. */
        BrandWrite: {
            name?: string;
            /** @description Made from the name when it is left out. */
            alias?: string;
            description?: string;
            images?: components["schemas"]["ImageWrite"][];
            publish?: components["schemas"]["FlagWrite"];
            SEO?: components["schemas"]["Seo"];
            data?: never;
        };
        /** @description A brand to be added. */
        BrandAdd: WithRequired<components["schemas"]["BrandWrite"], "name">;
        /** @description List of brands. */
        BrandList: {
            /** @default [] */
            data: components["schemas"]["Brand"][];
            /** @description The records, in the answer of the unversioned API; there is no `data` then. */
            records?: components["schemas"]["Brand"][];
        } & components["schemas"]["ListEnvelope"];
        /** @description One brand. */
        BrandAnswer: {
            data: components["schemas"]["Brand"];
        } & components["schemas"]["Envelope"];
        /** @description Answer to adding a brand. */
        BrandAdded: {
            /** @description The record, or as little as its `_id` – which can be missing too: look the record up by a field of your own then. */
            data?: components["schemas"]["Brand"] | components["schemas"]["AddedRecord"];
        } & components["schemas"]["Envelope"];
        /** @description A category. Products point to it by `alias`. */
        Category: {
            name?: string;
            /** @description Made from the name when it is left out. */
            alias?: string | null;
            description?: string | null;
            image?: components["schemas"]["FilePath"];
            images?: components["schemas"]["Image"][];
            fields?: components["schemas"]["OpenList"];
            /** @description `_id` of the category above; null at the top. */
            parent?: string | null;
            /** @description Number of products. Text in older answers. */
            count?: components["schemas"]["NumberLikeOrNull"];
            SEO?: components["schemas"]["Seo"];
            metafield_sets?: components["schemas"]["OpenList"];
            publish?: components["schemas"]["Flag"];
            attributes?: components["schemas"]["OpenList"];
            /** @description For example manually. */
            default_sort_order?: string | null;
            sort_order?: components["schemas"]["NumberLikeOrNull"];
            /** @description Categories below. */
            children?: components["schemas"]["OpenList"];
            /** @description Depth; 1 at the top. */
            level?: components["schemas"]["NumberLikeOrNull"];
        } & components["schemas"]["SystemFields"];
        /** @description A category as sent. All members are optional: an edit changes only what it names. */
        CategoryWrite: {
            name?: string;
            /** @description Made from the name when it is left out. */
            alias?: string;
            description?: string;
            image?: components["schemas"]["FileWrite"];
            images?: components["schemas"]["ImageWrite"][];
            fields?: components["schemas"]["OpenList"];
            /** @description `_id` of the category above; null at the top. */
            parent?: string | null;
            SEO?: components["schemas"]["Seo"];
            metafield_sets?: components["schemas"]["OpenList"];
            publish?: components["schemas"]["FlagWrite"];
            attributes?: components["schemas"]["OpenList"];
            /** @description For example manually. */
            default_sort_order?: string;
            sort_order?: components["schemas"]["NumberLike"];
            data?: never;
        };
        /** @description A category to be added. */
        CategoryAdd: WithRequired<components["schemas"]["CategoryWrite"], "name">;
        /** @description List of categories. */
        CategoryList: {
            /** @default [] */
            data: components["schemas"]["Category"][];
            /** @description The records, in the answer of the unversioned API; there is no `data` then. */
            records?: components["schemas"]["Category"][];
        } & components["schemas"]["ListEnvelope"];
        /** @description One category. */
        CategoryAnswer: {
            data: components["schemas"]["Category"];
        } & components["schemas"]["Envelope"];
        /** @description Answer to adding a category. */
        CategoryAdded: {
            /** @description The record, or as little as its `_id` – which can be missing too: look the record up by a field of your own then. */
            data?: components["schemas"]["Category"] | components["schemas"]["AddedRecord"];
        } & components["schemas"]["Envelope"];
        /** @description A collection of products, filled by hand or by rules. Products point to it by `alias`. */
        Collection: {
            /** @description The page types it as an object; calls send and get text. */
            name?: string;
            alias?: string | null;
            /** @description Open list; known are dynamic and manual. */
            type?: string | null;
            /** @description Rules of a dynamic collection. */
            filters?: components["schemas"]["CollectionFilter"][];
            images?: components["schemas"]["Image"][];
            /** @description Number of products. */
            count?: components["schemas"]["NumberLikeOrNull"];
            SEO?: components["schemas"]["Seo"];
        } & components["schemas"]["SystemFields"];
        /** @description A collection as sent. All members are optional: an edit changes only what it names. */
        CollectionWrite: {
            /** @description The page types it as an object; calls send and get text. */
            name?: string;
            /** @enum {string} */
            type?: "dynamic" | "manual";
            /** @description Rules of a dynamic collection. */
            filters?: components["schemas"]["CollectionFilter"][];
            images?: components["schemas"]["ImageWrite"][];
            SEO?: components["schemas"]["Seo"];
            data?: never;
        };
        /** @description A collection to be added. */
        CollectionAdd: WithRequired<components["schemas"]["CollectionWrite"], "name" | "type">;
        /** @description List of collections. */
        CollectionList: {
            /** @default [] */
            data: components["schemas"]["Collection"][];
            /** @description The records, in the answer of the unversioned API; there is no `data` then. */
            records?: components["schemas"]["Collection"][];
        } & components["schemas"]["ListEnvelope"];
        /** @description One collection. */
        CollectionAnswer: {
            data: components["schemas"]["Collection"];
        } & components["schemas"]["Envelope"];
        /** @description Answer to adding a collection. */
        CollectionAdded: {
            /** @description The record, or as little as its `_id` – which can be missing too: look the record up by a field of your own then. */
            data?: components["schemas"]["Collection"] | components["schemas"]["AddedRecord"];
        } & components["schemas"]["Envelope"];
        /** @description A cart. */
        Cart: {
            items?: components["schemas"]["CartItem"][];
            billing_address?: components["schemas"]["Address"];
            shipping_address?: components["schemas"]["Address"];
            user_id?: string | null;
            email_id?: string | null;
            item_count?: components["schemas"]["NumberLike"];
            sub_total?: components["schemas"]["NumberLike"];
            total?: components["schemas"]["NumberLike"];
            discounts?: components["schemas"]["OpenList"];
            discount_total?: components["schemas"]["NumberLikeOrNull"];
            taxes_total?: components["schemas"]["NumberLikeOrNull"];
            shipping_total?: components["schemas"]["NumberLikeOrNull"];
            ecoupon?: components["schemas"]["OpenObject"];
            total_weight?: components["schemas"]["NumberLikeOrNull"];
            options?: components["schemas"]["OpenObject"];
            payment_method?: components["schemas"]["PaymentMethod"];
            shipping_method?: components["schemas"]["OpenObject"];
            currency?: components["schemas"]["Currency"];
            additional_charges?: components["schemas"]["AdditionalCharge"][];
            shipping_by_vendor?: components["schemas"]["ShippingByVendor"];
            taxes?: components["schemas"]["OpenList"];
            available_payment_methods?: components["schemas"]["PaymentMethod"][];
        } & components["schemas"]["SystemFields"];
        /** @description A cart as sent. All members are optional: an edit changes only what it names. */
        CartWrite: {
            items?: components["schemas"]["CartItemWrite"][];
            billing_address?: components["schemas"]["AddressWrite"];
            shipping_address?: components["schemas"]["AddressWrite"];
            user_id?: string;
            email_id?: string;
            item_count?: components["schemas"]["NumberLike"];
            sub_total?: components["schemas"]["NumberLike"];
            total?: components["schemas"]["NumberLike"];
            discounts?: components["schemas"]["OpenList"];
            discount_total?: components["schemas"]["NumberLike"];
            taxes_total?: components["schemas"]["NumberLike"];
            shipping_total?: components["schemas"]["NumberLike"];
            ecoupon?: components["schemas"]["OpenObject"];
            total_weight?: components["schemas"]["NumberLike"];
            options?: components["schemas"]["OpenObject"];
            payment_method?: components["schemas"]["PaymentMethod"];
            shipping_method?: components["schemas"]["OpenObject"];
            currency?: components["schemas"]["Currency"];
            additional_charges?: components["schemas"]["AdditionalCharge"][];
            shipping_by_vendor?: components["schemas"]["ShippingByVendor"];
            taxes?: components["schemas"]["OpenList"];
            available_payment_methods?: components["schemas"]["PaymentMethod"][];
            data?: never;
        };
        /** @description List of carts. */
        CartList: {
            /** @default [] */
            data: components["schemas"]["Cart"][];
            /** @description The records, in the answer of the unversioned API; there is no `data` then. */
            records?: components["schemas"]["Cart"][];
        } & components["schemas"]["ListEnvelope"];
        /** @description One cart. */
        CartAnswer: {
            data: components["schemas"]["Cart"];
        } & components["schemas"]["Envelope"];
        /** @description Answer to adding a cart. */
        CartAdded: {
            /** @description The record, or as little as its `_id` – which can be missing too: look the record up by a field of your own then. */
            data?: components["schemas"]["Cart"] | components["schemas"]["AddedRecord"];
        } & components["schemas"]["Envelope"];
        /** @description A shipment of an order. Not to be confused with the entity ms.fulfillment. */
        Fulfillment: {
            order_id?: string | null;
            items?: components["schemas"]["FulfillmentItem"][];
            item_count?: components["schemas"]["NumberLikeOrNull"];
            sub_total?: components["schemas"]["NumberLikeOrNull"];
            shipping_charge?: components["schemas"]["NumberLikeOrNull"];
            additional_charge?: components["schemas"]["NumberLikeOrNull"];
            total?: components["schemas"]["NumberLikeOrNull"];
            /** @description Open list; known are Pending, Shipped, Fulfilled and Cancelled. */
            status?: string | null;
            tracking_number?: string | null;
            tracking_status?: string | null;
            shipment_id?: string | null;
            /** @description Address of the label. */
            shipping_label?: string | null;
            /** @description Address of the manifest. */
            manifest?: string | null;
            /** @description Number shown to people, such as OID123-F1. */
            fid?: string | null;
            /** @description Open list; known are cod and regular. */
            type?: string | null;
            tracking_company?: string | null;
        } & components["schemas"]["SystemFields"];
        /** @description A fulfillment as sent. All members are optional: an edit changes only what it names. */
        FulfillmentWrite: {
            order_id?: string;
            items?: components["schemas"]["FulfillmentItemWrite"][];
            item_count?: components["schemas"]["NumberLike"];
            sub_total?: components["schemas"]["NumberLike"];
            shipping_charge?: components["schemas"]["NumberLike"];
            additional_charge?: components["schemas"]["NumberLike"];
            total?: components["schemas"]["NumberLike"];
            /** @enum {string} */
            status?: "Pending" | "Shipped" | "Fulfilled" | "Cancelled";
            tracking_number?: string;
            tracking_status?: string;
            shipment_id?: string;
            /** @description Address of the label. */
            shipping_label?: string;
            /** @description Address of the manifest. */
            manifest?: string;
            /** @description Number shown to people, such as OID123-F1. */
            fid?: string;
            /** @enum {string} */
            type?: "cod" | "regular";
            tracking_company?: string;
            data?: never;
        };
        /** @description List of fulfillments. */
        FulfillmentList: {
            /** @default [] */
            data: components["schemas"]["Fulfillment"][];
            /** @description The records, in the answer of the unversioned API; there is no `data` then. */
            records?: components["schemas"]["Fulfillment"][];
        } & components["schemas"]["ListEnvelope"];
        /** @description One fulfillment. */
        FulfillmentAnswer: {
            data: components["schemas"]["Fulfillment"];
        } & components["schemas"]["Envelope"];
        /** @description Answer to adding a fulfillment. */
        FulfillmentAdded: {
            /** @description The record, or as little as its `_id` – which can be missing too: look the record up by a field of your own then. */
            data?: components["schemas"]["Fulfillment"] | components["schemas"]["AddedRecord"];
        } & components["schemas"]["Envelope"];
        /** @description A coupon that shoppers enter. */
        CouponCode: {
            coupon_code?: string;
            /** @description Open list; known are flat and percentage. */
            type?: string | null;
            /** @description Money for flat, per cent for percentage. */
            amount?: components["schemas"]["NumberLike"];
            description?: string | null;
            enabled?: components["schemas"]["Flag"];
            conditions?: components["schemas"]["Condition"][];
            number_of_uses?: components["schemas"]["NumberLikeOrNull"];
            uses_per_user?: components["schemas"]["NumberLikeOrNull"];
            seller?: string | null;
            advance_settings?: components["schemas"]["Flag"];
            /** @description Date and time as text. */
            start_date?: string | null;
            /** @description Date and time as text. */
            end_date?: string | null;
        } & components["schemas"]["SystemFields"];
        /** @description A coupon code as sent. All members are optional: an edit changes only what it names. */
        CouponCodeWrite: {
            coupon_code?: string;
            /** @enum {string} */
            type?: "flat" | "percentage";
            /** @description Money for flat, per cent for percentage. */
            amount?: components["schemas"]["NumberLike"];
            description?: string;
            enabled?: components["schemas"]["FlagWrite"];
            conditions?: components["schemas"]["ConditionWrite"][];
            number_of_uses?: components["schemas"]["NumberLike"];
            uses_per_user?: components["schemas"]["NumberLike"];
            seller?: string;
            advance_settings?: components["schemas"]["FlagWrite"];
            /** @description Date and time as text. */
            start_date?: string;
            /** @description Date and time as text. */
            end_date?: string;
            data?: never;
        };
        /** @description List of coupon codes. */
        CouponCodeList: {
            /** @default [] */
            data: components["schemas"]["CouponCode"][];
            /** @description The records, in the answer of the unversioned API; there is no `data` then. */
            records?: components["schemas"]["CouponCode"][];
        } & components["schemas"]["ListEnvelope"];
        /** @description One coupon code. */
        CouponCodeAnswer: {
            data: components["schemas"]["CouponCode"];
        } & components["schemas"]["Envelope"];
        /** @description Answer to adding a coupon code. */
        CouponCodeAdded: {
            /** @description The record, or as little as its `_id` – which can be missing too: look the record up by a field of your own then. */
            data?: components["schemas"]["CouponCode"] | components["schemas"]["AddedRecord"];
        } & components["schemas"]["Envelope"];
        /** @description A discount that applies by itself. The entity really is called ms.discounts_new. */
        Discount: {
            name?: string;
            /** @description Open list; known are flat and percentage. */
            type?: string | null;
            /** @description Money for flat, per cent for percentage. */
            amount?: components["schemas"]["NumberLike"];
            enabled?: components["schemas"]["Flag"];
            conditions?: components["schemas"]["Condition"][];
            number_of_uses?: components["schemas"]["NumberLikeOrNull"];
            uses_per_user?: components["schemas"]["NumberLikeOrNull"];
            seller?: string | null;
            /** @description Open list; known are product and order. */
            rule_type?: string | null;
            /** @description For example infinite. */
            validity?: string | null;
        } & components["schemas"]["SystemFields"];
        /** @description A discount as sent. All members are optional: an edit changes only what it names. */
        DiscountWrite: {
            name?: string;
            /** @enum {string} */
            type?: "flat" | "percentage";
            /** @description Money for flat, per cent for percentage. */
            amount?: components["schemas"]["NumberLike"];
            enabled?: components["schemas"]["FlagWrite"];
            conditions?: components["schemas"]["ConditionWrite"][];
            number_of_uses?: components["schemas"]["NumberLike"];
            uses_per_user?: components["schemas"]["NumberLike"];
            seller?: string;
            /** @enum {string} */
            rule_type?: "product" | "order";
            /** @description For example infinite. */
            validity?: string;
            data?: never;
        };
        /** @description A discount to be added. */
        DiscountAdd: WithRequired<components["schemas"]["DiscountWrite"], "name" | "type" | "amount" | "rule_type">;
        /** @description List of discounts. */
        DiscountList: {
            /** @default [] */
            data: components["schemas"]["Discount"][];
            /** @description The records, in the answer of the unversioned API; there is no `data` then. */
            records?: components["schemas"]["Discount"][];
        } & components["schemas"]["ListEnvelope"];
        /** @description One discount. */
        DiscountAnswer: {
            data: components["schemas"]["Discount"];
        } & components["schemas"]["Envelope"];
        /** @description Answer to adding a discount. */
        DiscountAdded: {
            /** @description The record, or as little as its `_id` – which can be missing too: look the record up by a field of your own then. */
            data?: components["schemas"]["Discount"] | components["schemas"]["AddedRecord"];
        } & components["schemas"]["Envelope"];
        /** @description A seller of a marketplace. */
        Seller: {
            title?: string;
            legal_name?: string | null;
            website?: string | null;
            /** @description Documented as a list; the sample is text. */
            address?: string | string[] | null;
            city?: string | null;
            state?: string | null;
            country?: string | null;
            zip_code?: string | null;
            invoice_prefix?: string | null;
            bank_details?: components["schemas"]["BankDetails"];
            pan?: string | null;
            pan_proof?: components["schemas"]["FilePath"];
            cin_number?: string | null;
            tin?: string | null;
            tin_proof?: components["schemas"]["FilePath"];
            tan?: string | null;
            tan_proof?: components["schemas"]["FilePath"];
            cancelled_cheque?: components["schemas"]["FilePath"];
        } & components["schemas"]["SystemFields"];
        /** @description A seller as sent. All members are optional: an edit changes only what it names. */
        SellerWrite: {
            title?: string;
            legal_name?: string;
            website?: string;
            /** @description Documented as a list; the sample is text. */
            address?: string | string[];
            city?: string;
            state?: string;
            country?: string;
            zip_code?: string;
            invoice_prefix?: string;
            bank_details?: components["schemas"]["BankDetailsWrite"];
            pan?: string;
            pan_proof?: components["schemas"]["FileWrite"];
            cin_number?: string;
            tin?: string;
            tin_proof?: components["schemas"]["FileWrite"];
            tan?: string;
            tan_proof?: components["schemas"]["FileWrite"];
            cancelled_cheque?: components["schemas"]["FileWrite"];
            data?: never;
        };
        /** @description A seller to be added. */
        SellerAdd: WithRequired<components["schemas"]["SellerWrite"], "title">;
        /** @description List of sellers. */
        SellerList: {
            /** @default [] */
            data: components["schemas"]["Seller"][];
            /** @description The records, in the answer of the unversioned API; there is no `data` then. */
            records?: components["schemas"]["Seller"][];
        } & components["schemas"]["ListEnvelope"];
        /** @description One seller. */
        SellerAnswer: {
            data: components["schemas"]["Seller"];
        } & components["schemas"]["Envelope"];
        /** @description Answer to adding a seller. */
        SellerAdded: {
            /** @description The record, or as little as its `_id` – which can be missing too: look the record up by a field of your own then. */
            data?: components["schemas"]["Seller"] | components["schemas"]["AddedRecord"];
        } & components["schemas"]["Envelope"];
        /** @description The taxes of a country. */
        TaxRule: {
            name?: string;
            summary?: string | null;
            country?: string;
            /** @description Whether prices contain the tax. Yes unless said otherwise. */
            inclusive?: components["schemas"]["Flag"];
            taxes?: components["schemas"]["Tax"][];
        } & components["schemas"]["SystemFields"];
        /** @description A tax rule as sent. All members are optional: an edit changes only what it names. */
        TaxRuleWrite: {
            name?: string;
            summary?: string;
            country?: string;
            /** @description Whether prices contain the tax. Yes unless said otherwise. */
            inclusive?: components["schemas"]["FlagWrite"];
            taxes?: components["schemas"]["TaxWrite"][];
            data?: never;
        };
        /** @description A tax rule to be added. */
        TaxRuleAdd: WithRequired<components["schemas"]["TaxRuleWrite"], "name" | "country" | "taxes">;
        /** @description List of tax rules. */
        TaxRuleList: {
            /** @default [] */
            data: components["schemas"]["TaxRule"][];
            /** @description The records, in the answer of the unversioned API; there is no `data` then. */
            records?: components["schemas"]["TaxRule"][];
        } & components["schemas"]["ListEnvelope"];
        /** @description One tax rule. */
        TaxRuleAnswer: {
            data: components["schemas"]["TaxRule"];
        } & components["schemas"]["Envelope"];
        /** @description Answer to adding a tax rule. */
        TaxRuleAdded: {
            /** @description The record, or as little as its `_id` – which can be missing too: look the record up by a field of your own then. */
            data?: components["schemas"]["TaxRule"] | components["schemas"]["AddedRecord"];
        } & components["schemas"]["Envelope"];
        /** @description A group of users. */
        UserGroup: {
            name?: string;
            /** @description Made from the name when it is left out. */
            alias?: string | null;
        } & components["schemas"]["SystemFields"];
        /** @description A user group as sent. All members are optional: an edit changes only what it names. */
        UserGroupWrite: {
            name?: string;
            /** @description Made from the name when it is left out. */
            alias?: string;
            data?: never;
        };
        /** @description A user group to be added. */
        UserGroupAdd: WithRequired<components["schemas"]["UserGroupWrite"], "name">;
        /** @description List of user groups. */
        UserGroupList: {
            /** @default [] */
            data: components["schemas"]["UserGroup"][];
            /** @description The records, in the answer of the unversioned API; there is no `data` then. */
            records?: components["schemas"]["UserGroup"][];
        } & components["schemas"]["ListEnvelope"];
        /** @description One user group. */
        UserGroupAnswer: {
            data: components["schemas"]["UserGroup"];
        } & components["schemas"]["Envelope"];
        /** @description Answer to adding a user group. */
        UserGroupAdded: {
            /** @description The record, or as little as its `_id` – which can be missing too: look the record up by a field of your own then. */
            data?: components["schemas"]["UserGroup"] | components["schemas"]["AddedRecord"];
        } & components["schemas"]["Envelope"];
        /** @description A shipping rate. */
        ShippingRate: {
            name?: string;
            /** @description For manual shipping only. */
            price?: components["schemas"]["NumberLikeOrNull"];
            method?: string | null;
        } & components["schemas"]["SystemFields"];
        /** @description A shipping rate as sent. All members are optional: an edit changes only what it names. */
        ShippingRateWrite: {
            name?: string;
            /** @description For manual shipping only. */
            price?: components["schemas"]["NumberLike"];
            method?: string;
            data?: never;
        };
        /** @description List of shipping rates. */
        ShippingRateList: {
            /** @default [] */
            data: components["schemas"]["ShippingRate"][];
            /** @description The records, in the answer of the unversioned API; there is no `data` then. */
            records?: components["schemas"]["ShippingRate"][];
        } & components["schemas"]["ListEnvelope"];
        /** @description One shipping rate. */
        ShippingRateAnswer: {
            data: components["schemas"]["ShippingRate"];
        } & components["schemas"]["Envelope"];
        /** @description Answer to adding a shipping rate. */
        ShippingRateAdded: {
            /** @description The record, or as little as its `_id` – which can be missing too: look the record up by a field of your own then. */
            data?: components["schemas"]["ShippingRate"] | components["schemas"]["AddedRecord"];
        } & components["schemas"]["Envelope"];
        /** @description Choices for the shopper, as ms.option_set keeps them. Carts and orders have an object here whose members no source describes, so that form is left free. */
        Options: ({
            name?: string;
            alias?: string;
            display_name?: string;
            /**
             * @example radio
             * @example image
             * @example swatch
             */
            type?: string;
            required?: components["schemas"]["Flag"];
            values?: ({
                label?: string;
                value?: string | number;
                color?: string;
                image?: string;
            } | string | number)[];
        } | string)[] | {
            [key: string]: unknown;
        } | null;
        /** @description Settings, as ms.fulfillment_methods keeps them. Open because every service and entity has its own. */
        ServiceSettings: ({
            services?: string[];
        } & {
            [key: string]: unknown;
        }) | null;
        /** @description A record of any entity, also of one the store defined itself. Open because the store decides which fields its own entities have; named here are the members that the platform gives every record, and those of its entities that have no path of their own. */
        EntityRecord: {
            _id?: components["schemas"]["Id"];
            created_on?: components["schemas"]["Timestamp"];
            updated_on?: components["schemas"]["Timestamp"];
            _created_by?: string | null;
            _updated_by?: string | null;
            _size?: number | string | null;
            name?: string | null;
            alias?: string | null;
            publish?: components["schemas"]["Flag"];
            options?: components["schemas"]["Options"];
            settings?: components["schemas"]["ServiceSettings"];
        } & {
            [key: string]: unknown;
        };
        /** @description A record of any entity as sent. Open because the store decides which fields its own entities have. All members are optional: an edit changes only what it names. */
        EntityWrite: {
            data?: never;
            name?: string;
            alias?: string;
            publish?: components["schemas"]["FlagWrite"];
            options?: components["schemas"]["Options"];
            settings?: components["schemas"]["ServiceSettings"];
        } & {
            [key: string]: unknown;
        };
        /** @description One element of an array field. Open because its shape is that of the field, which can be one of the store itself. */
        Element: ({
            _id?: components["schemas"]["Id"];
        } & {
            [key: string]: unknown;
        }) | string | number;
        /** @description One element of an array field as sent. Open because its shape is that of the field. */
        ElementWrite: ({
            data?: never;
            _id?: components["schemas"]["Id"];
        } & {
            [key: string]: unknown;
        }) | string | number;
        /** @description Arguments of a command. Open because each command has its own and stores add commands; the names here are those of the commands that public code shows. */
        CommandArguments: {
            data?: never;
            /** @description ms.carts getUserCart: the cart, or null to get the one in use. */
            _id?: string | null;
            /** @description ms.carts getUserCart. */
            user_id?: string;
            /** @description ms.carts addItem. */
            product_id?: string;
            /** @description ms.carts addItem. */
            seller_id?: string | null;
            /** @description ms.carts addItem: option names and values of the product. */
            selected_options?: components["schemas"]["OpenObject"];
            /** @description ms.carts addItem. */
            variant_id?: string | null;
            /** @description ms.carts addItem. */
            quantity?: components["schemas"]["NumberLike"];
            /** @description ms.carts addItem. */
            linked_product_id?: string | null;
            /** @description ms.carts addItem. */
            sku?: string;
            /** @description ms.carts updateAddresses. */
            shipping_address?: components["schemas"]["AddressWrite"];
            /** @description ms.carts updateAddresses. */
            billing_address?: components["schemas"]["AddressWrite"];
            /** @description ms.users isUserRegistered and sendOtp. */
            phone?: string | number;
            /** @description ms.users login. */
            username?: string;
            /** @description ms.users login: the password, or the one-time code. */
            password?: string;
            /** @description ms.settings setPreferences: the substore. */
            store?: string;
            /** @description ms.fulfillment getRates. */
            level?: string;
            /** @description ms.fulfillment getRates. */
            method?: string;
            /** @description ms.fulfillment getRates. */
            orderDetail?: components["schemas"]["Order"];
            /** @description ms.fulfillment getRates. */
            pickupAddress?: components["schemas"]["Address"];
        } & {
            [key: string]: unknown;
        };
        /** @description List of records of any entity. */
        EntityList: {
            /** @default [] */
            data: components["schemas"]["EntityRecord"][];
            /** @description The records, in the answer of the unversioned API; there is no `data` then. */
            records?: components["schemas"]["EntityRecord"][];
        } & components["schemas"]["ListEnvelope"];
        /** @description One record of any entity. */
        EntityAnswer: {
            data: components["schemas"]["EntityRecord"];
        } & components["schemas"]["Envelope"];
        /** @description Answer to adding or duplicating a record. */
        EntityAdded: {
            data?: components["schemas"]["EntityRecord"];
        } & components["schemas"]["Envelope"];
        /** @description Elements of an array field. Modelled on the answers about records: no source shows one. */
        ElementList: {
            data?: components["schemas"]["Element"][];
            paging?: components["schemas"]["Paging"];
        } & components["schemas"]["Envelope"];
        /** @description One element of an array field. Modelled on the answers about records: no source shows one. */
        ElementAnswer: {
            data?: components["schemas"]["Element"];
        } & components["schemas"]["Envelope"];
        /** @description Answer of a command. */
        CommandAnswer: {
            /** @description Result of the command: a record, a list, or plain text. Open because each command has its own. */
            data?: {
                [key: string]: unknown;
            } | ({
                [key: string]: unknown;
            } | string | number)[] | string | number | boolean | null;
        } & components["schemas"]["Envelope"];
        /** @description A message of the platform about the call. */
        Message: {
            /**
             * @description Message key: ms.entity.{entity}.{command}, the entity without its `ms.`.
             * @example ms.entity.users.edit
             */
            name?: string;
            /**
             * @description Open list.
             * @example success
             */
            level?: string;
        };
        /** @description Where a list answer lies within all that match. */
        Paging: {
            /** @description Largest number of records in the answer. */
            limit?: number;
            /** @description Records left out before the first. */
            start?: number;
            /** @description Records in the answer. */
            count?: number;
            /** @description Records that match. */
            total?: number;
        };
        /** @description What every answer carries beside its `data`. */
        Envelope: {
            messages?: components["schemas"]["Message"][];
            /**
             * @description Goes in front of the file paths in the records.
             * @example https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/
             */
            fileBaseUrl?: string;
        };
        /** @description What a list answer carries beside its records. At version 1.1 the records are in `data` and the place in `paging`. The unversioned API has `records` and puts `start`, `limit`, `count` and `total` beside them, as some answers of version 1 do. The oldest documentation of version 1 shows a bare array of records. */
        ListEnvelope: {
            messages?: components["schemas"]["Message"][];
            /**
             * @description Goes in front of the file paths in the records.
             * @example https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/
             */
            fileBaseUrl?: string;
            paging?: components["schemas"]["Paging"];
            /** @description Not at version 1.1: see `paging`. */
            start?: number;
            /** @description Not at version 1.1: see `paging`. */
            limit?: number;
            /** @description Not at version 1.1: see `paging`. */
            count?: number;
            /** @description Not at version 1.1: see `paging`. */
            total?: number;
        };
        /** @description As little as an add may answer with. */
        AddedRecord: {
            _id?: components["schemas"]["Id"];
        };
        /** @description Answer to an edit or a deletion. It does not echo the record. */
        WriteAnswer: {
            /** @description An empty object, or text such as "Updated successfully". No source says that it has members, so nothing is named. */
            data?: {
                [key: string]: unknown;
            } | string;
        } & components["schemas"]["Envelope"];
        /** @description Exchange of a code. */
        TokenRequest: {
            client_id: string;
            client_secret: string;
            /** @description The code of the callback. It works once. */
            code: string;
            /**
             * Format: uri
             * @description The one of the authorization, in full.
             */
            redirect_uri: string;
            /** @enum {string} */
            grant_type: "authorization_code";
        };
        /** @description A permanent token. No other member is documented: expect none, and no refresh token. */
        TokenResponse: {
            access_token: string;
        };
        /**
         * @description A permission an app asks for. No page says which scope opens which entity.
         * @enum {string}
         */
        Scope: "read_orders" | "write_orders" | "read_customers" | "write_customers" | "read_products" | "write_products" | "read_content" | "write_content" | "read_script_tags" | "write_script_tags" | "read_controllers" | "write_controllers" | "read_checkouts" | "write_checkouts";
        /** @description One failed field: its name with the rule that failed, and a message. */
        ValidationError: {
            message?: string;
        } & {
            [key: string]: string;
        };
        /** @description An error as an object. */
        ErrorObject: {
            messages?: components["schemas"]["Message"][];
            /** @description Presence means failure, whatever the status. No source describes the object form, so it is left free. */
            error?: string | {
                [key: string]: unknown;
            } | components["schemas"]["ValidationError"][];
            /** @description Nothing of use: left free because no source describes it in errors. */
            data?: {
                [key: string]: unknown;
            } | ({
                [key: string]: unknown;
            } | string | number)[] | string | null;
        };
        /** @description An error. The platform publishes no schema: an object with `messages` or `error`, a list of failed fields, and plain text such as `duplicate_record` have been seen. */
        Error: components["schemas"]["ErrorObject"] | components["schemas"]["ValidationError"][] | string;
        /** @description A condition on a field. */
        Filter: {
            field: string;
            /**
             * @description Open list. The SDK knows equal, less_than and greater_than; the documentation shows not_equal and eq as well; live calls use eq, in (with a list), regex, gte and gt.
             * @example equal
             * @example in
             */
            operator?: string;
            value: components["schemas"]["ConditionValue"];
        };
        /** @description Field names, each with 1. Keys are fields of the entity. */
        Projection: {
            [key: string]: 1;
        };
        /** @description Field names with the values they must have. Keys are fields of the entity. */
        ExactMatch: {
            [key: string]: string | number | boolean | null;
        };
        /** @description Field names with a value or with operators such as `$in`. Open because keys are fields of the entity and no source lists the operators. */
        MongoQuery: {
            [key: string]: unknown;
        };
    };
    responses: {
        /** @description No valid token or key. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "Unauthorized"
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
                "text/plain": string;
            };
        };
        /** @description Not allowed to the user or app, or a value of the wrong type. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /** @example Forbidden */
                "application/json": components["schemas"]["Error"];
                "text/plain": string;
            };
        };
        /** @description No such record. Some edits and deletions answer 406 instead. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /** @example Not found */
                "application/json": components["schemas"]["Error"];
                "text/plain": string;
            };
        };
        /** @description Failed validation. Also an unknown `_id` on some edits and deletions, a limit that is too high, and a bad file path. */
        NotAcceptable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example [
                 *       {
                 *         "name": "required",
                 *         "message": "Please fill in a name"
                 *       }
                 *     ]
                 */
                "application/json": components["schemas"]["Error"];
                "text/plain": string;
            };
        };
        /** @description A record with the same unique value exists. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /** @example duplicate_record */
                "application/json": components["schemas"]["Error"];
                "text/plain": string;
            };
        };
        /** @description Too many requests. No limit is published; `Retry-After` is not known to be sent, but worth obeying. */
        TooManyRequests: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /** @example Too many requests */
                "application/json": components["schemas"]["Error"];
                "text/plain": string;
            };
        };
        /** @description Any other failure. */
        Failure: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "Something went wrong"
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
                "text/plain": string;
            };
        };
    };
    parameters: {
        /**
         * @description Records to leave out before the first.
         * @example 50
         */
        Start: number;
        /**
         * @description Largest number of records. The default looks like 50; one client notes 500 as the top.
         * @example 50
         */
        Limit: number;
        /**
         * @description Pages in the order of `_id`: the last `_id` received, 0 at first. The end is an empty page or 406.
         * @example 0
         */
        SinceId: string;
        /**
         * @description Field to sort by, with a minus in front for descending. One client sends JSON text instead: `[{"field":"updated_on","order":1}]`.
         * @example -updated_on
         */
        Sort: string;
        /** @description Conditions that all must hold, as JSON text. The SDK writes brackets instead: `filters[0][field]=`. */
        Filters: string;
        /** @description Fields to return, as JSON text. The SDK writes brackets instead: `fields[name]=1`. */
        Fields: string;
        /** @description Fields and the values they must have, as JSON text. */
        Q: string;
        /** @description A query in the manner of MongoDB, as JSON text. Seen in one client, and unproven. */
        Query: string;
        /**
         * @description 1 to have the total counted.
         * @example 1
         */
        Total: 0 | 1 | "0" | "1";
        /**
         * @description `_id` of the substore to read from.
         * @example 68f0c2a4b1d9e37a5c60e8aa
         */
        Substore: components["schemas"]["Id"];
        /**
         * @description `_id` of the record.
         * @example 68f0c2a4b1d9e37a5c60e812
         */
        Id: components["schemas"]["Id"];
        /**
         * @description Name of an entity. Those of the platform start with `ms.`, those of the store do not.
         * @example pincode
         */
        Entity: string;
        /**
         * @description Name of an array field of the record.
         * @example slots
         */
        Field: string;
        /**
         * @description `_id` of the element.
         * @example 68f0c2a4b1d9e37a5c60e9f1
         */
        FieldId: components["schemas"]["Id"];
        /**
         * @description Name of the command.
         * @example setPreferences
         */
        Command: string;
        /**
         * @description Name of the store.
         * @example northwind-lamps
         */
        StoreName: string;
        /**
         * @description Entity of the record.
         * @example ms.orders
         */
        EntityName: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    authorize: {
        parameters: {
            query: {
                /**
                 * @description Client id of the app.
                 * @example lamp-sync
                 */
                client_id: string;
                /**
                 * @description Permissions, joined by commas.
                 * @example [
                 *       "read_orders",
                 *       "write_products"
                 *     ]
                 */
                scope: components["schemas"]["Scope"][];
                /**
                 * @description One of the registered redirect URLs, in full; no prefix match.
                 * @example https://app.example.com/storehippo/callback
                 */
                redirect_uri: string;
                /**
                 * @description A nonce of the app, used once.
                 * @example p3Zr8vQm1K
                 */
                state: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page on which the merchant agrees. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html><title>Install app</title> */
                    "text/html": string;
                };
            };
            /** @description Goes on to `redirect_uri` once the merchant has agreed. The code is in its query. */
            302: {
                headers: {
                    /**
                     * @description `redirect_uri` with the code.
                     * @example https://app.example.com/storehippo/callback?code=c0de&state=p3Zr8vQm1K
                     */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be shown to the merchant. No source describes the page. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    exchangeCode: {
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
                 *       "client_id": "lamp-sync",
                 *       "client_secret": "not-a-real-secret",
                 *       "code": "c0de",
                 *       "redirect_uri": "https://app.example.com/storehippo/callback",
                 *       "grant_type": "authorization_code"
                 *     }
                 */
                "application/x-www-form-urlencoded": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            /** @description The token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "not-a-real-token"
                     *     }
                     */
                    "application/json": components["schemas"]["TokenResponse"];
                };
            };
            /** @description Refused, for instance because the code was used before. No source describes the body. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listRecords: {
        parameters: {
            query?: {
                /**
                 * @description Records to leave out before the first.
                 * @example 50
                 */
                start?: components["parameters"]["Start"];
                /**
                 * @description Largest number of records. The default looks like 50; one client notes 500 as the top.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Pages in the order of `_id`: the last `_id` received, 0 at first. The end is an empty page or 406.
                 * @example 0
                 */
                since_id?: components["parameters"]["SinceId"];
                /**
                 * @description Field to sort by, with a minus in front for descending. One client sends JSON text instead: `[{"field":"updated_on","order":1}]`.
                 * @example -updated_on
                 */
                sort?: components["parameters"]["Sort"];
                /** @description Conditions that all must hold, as JSON text. The SDK writes brackets instead: `filters[0][field]=`. */
                filters?: components["parameters"]["Filters"];
                /** @description Fields to return, as JSON text. The SDK writes brackets instead: `fields[name]=1`. */
                fields?: components["parameters"]["Fields"];
                /** @description Fields and the values they must have, as JSON text. */
                q?: components["parameters"]["Q"];
                /** @description A query in the manner of MongoDB, as JSON text. Seen in one client, and unproven. */
                query?: components["parameters"]["Query"];
                /**
                 * @description `_id` of the substore to read from.
                 * @example 68f0c2a4b1d9e37a5c60e8aa
                 */
                substore?: components["parameters"]["Substore"];
                /**
                 * @description 1 to have the total counted.
                 * @example 1
                 */
                total?: components["parameters"]["Total"];
            };
            header?: never;
            path: {
                /**
                 * @description Name of an entity. Those of the platform start with `ms.`, those of the store do not.
                 * @example pincode
                 */
                entity: components["parameters"]["Entity"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of records. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": [
                     *         {
                     *           "_id": "68f0c2a4b1d9e37a5c60e812",
                     *           "created_on": "2025-03-14T09:26:53.589Z",
                     *           "updated_on": "2025-04-02T16:05:11.020Z",
                     *           "name": "411001",
                     *           "publish": "1",
                     *           "days": 2
                     *         }
                     *       ],
                     *       "paging": {
                     *         "limit": 50,
                     *         "start": 0,
                     *         "count": 1,
                     *         "total": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["EntityList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    createRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of an entity. Those of the platform start with `ms.`, those of the store do not.
                 * @example pincode
                 */
                entity: components["parameters"]["Entity"];
            };
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntityWrite"] | {
                    data: components["schemas"]["EntityWrite"];
                };
            };
        };
        responses: {
            /** @description Added. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.pincode.add",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e812"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["EntityAdded"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of an entity. Those of the platform start with `ms.`, those of the store do not.
                 * @example pincode
                 */
                entity: components["parameters"]["Entity"];
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e812",
                     *         "created_on": "2025-03-14T09:26:53.589Z",
                     *         "updated_on": "2025-04-02T16:05:11.020Z",
                     *         "name": "411001",
                     *         "publish": "1",
                     *         "days": 2
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["EntityAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    updateRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of an entity. Those of the platform start with `ms.`, those of the store do not.
                 * @example pincode
                 */
                entity: components["parameters"]["Entity"];
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntityWrite"] | {
                    data: components["schemas"]["EntityWrite"];
                };
            };
        };
        responses: {
            /** @description Edited; the record is not echoed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.pincode.edit",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WriteAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    deleteRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of an entity. Those of the platform start with `ms.`, those of the store do not.
                 * @example pincode
                 */
                entity: components["parameters"]["Entity"];
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.pincode.delete",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WriteAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    duplicateRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of an entity. Those of the platform start with `ms.`, those of the store do not.
                 * @example pincode
                 */
                entity: components["parameters"]["Entity"];
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "411002"
                 *     }
                 */
                "application/json": components["schemas"]["EntityWrite"] | {
                    data: components["schemas"]["EntityWrite"];
                };
            };
        };
        responses: {
            /** @description Duplicated. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.pincode.duplicate",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e813"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["EntityAdded"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listElements: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of an entity. Those of the platform start with `ms.`, those of the store do not.
                 * @example pincode
                 */
                entity: components["parameters"]["Entity"];
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
                /**
                 * @description Name of an array field of the record.
                 * @example slots
                 */
                field: components["parameters"]["Field"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The elements. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": [
                     *         {
                     *           "_id": "68f0c2a4b1d9e37a5c60e9f1",
                     *           "from": "10:00",
                     *           "to": "12:00"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ElementList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    createElement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of an entity. Those of the platform start with `ms.`, those of the store do not.
                 * @example pincode
                 */
                entity: components["parameters"]["Entity"];
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
                /**
                 * @description Name of an array field of the record.
                 * @example slots
                 */
                field: components["parameters"]["Field"];
            };
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "10:00",
                 *       "to": "12:00"
                 *     }
                 */
                "application/json": components["schemas"]["ElementWrite"] | {
                    data: components["schemas"]["ElementWrite"];
                };
            };
        };
        responses: {
            /** @description Added. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e9f1",
                     *         "from": "10:00",
                     *         "to": "12:00"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ElementAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getElement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of an entity. Those of the platform start with `ms.`, those of the store do not.
                 * @example pincode
                 */
                entity: components["parameters"]["Entity"];
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
                /**
                 * @description Name of an array field of the record.
                 * @example slots
                 */
                field: components["parameters"]["Field"];
                /**
                 * @description `_id` of the element.
                 * @example 68f0c2a4b1d9e37a5c60e9f1
                 */
                fieldId: components["parameters"]["FieldId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The element. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e9f1",
                     *         "from": "10:00",
                     *         "to": "12:00"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ElementAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    updateElement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of an entity. Those of the platform start with `ms.`, those of the store do not.
                 * @example pincode
                 */
                entity: components["parameters"]["Entity"];
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
                /**
                 * @description Name of an array field of the record.
                 * @example slots
                 */
                field: components["parameters"]["Field"];
                /**
                 * @description `_id` of the element.
                 * @example 68f0c2a4b1d9e37a5c60e9f1
                 */
                fieldId: components["parameters"]["FieldId"];
            };
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": "13:00"
                 *     }
                 */
                "application/json": components["schemas"]["ElementWrite"] | {
                    data: components["schemas"]["ElementWrite"];
                };
            };
        };
        responses: {
            /** @description Edited. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WriteAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    deleteElement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of an entity. Those of the platform start with `ms.`, those of the store do not.
                 * @example pincode
                 */
                entity: components["parameters"]["Entity"];
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
                /**
                 * @description Name of an array field of the record.
                 * @example slots
                 */
                field: components["parameters"]["Field"];
                /**
                 * @description `_id` of the element.
                 * @example 68f0c2a4b1d9e37a5c60e9f1
                 */
                fieldId: components["parameters"]["FieldId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WriteAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    duplicateElement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of an entity. Those of the platform start with `ms.`, those of the store do not.
                 * @example pincode
                 */
                entity: components["parameters"]["Entity"];
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
                /**
                 * @description Name of an array field of the record.
                 * @example slots
                 */
                field: components["parameters"]["Field"];
                /**
                 * @description `_id` of the element.
                 * @example 68f0c2a4b1d9e37a5c60e9f1
                 */
                fieldId: components["parameters"]["FieldId"];
            };
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "14:00",
                 *       "to": "16:00"
                 *     }
                 */
                "application/json": components["schemas"]["ElementWrite"] | {
                    data: components["schemas"]["ElementWrite"];
                };
            };
        };
        responses: {
            /** @description Duplicated. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e9f2",
                     *         "from": "14:00",
                     *         "to": "16:00"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ElementAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    runEntityCommand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of an entity. Those of the platform start with `ms.`, those of the store do not.
                 * @example pincode
                 */
                entity: components["parameters"]["Entity"];
                /**
                 * @description Name of the command.
                 * @example setPreferences
                 */
                command: components["parameters"]["Command"];
            };
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "store": "north"
                 *     }
                 */
                "application/json": components["schemas"]["CommandArguments"] | {
                    data: components["schemas"]["CommandArguments"];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.settings.setPreferences",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": "Updated successfully"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    runRecordCommand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of an entity. Those of the platform start with `ms.`, those of the store do not.
                 * @example pincode
                 */
                entity: components["parameters"]["Entity"];
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
                /**
                 * @description Name of the command.
                 * @example setPreferences
                 */
                command: components["parameters"]["Command"];
            };
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "quantity": 2,
                 *       "product_id": "68f0c2a4b1d9e37a5c60e812"
                 *     }
                 */
                "application/json": components["schemas"]["CommandArguments"] | {
                    data: components["schemas"]["CommandArguments"];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.carts.addItem",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listProducts: {
        parameters: {
            query?: {
                /**
                 * @description Records to leave out before the first.
                 * @example 50
                 */
                start?: components["parameters"]["Start"];
                /**
                 * @description Largest number of records. The default looks like 50; one client notes 500 as the top.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Pages in the order of `_id`: the last `_id` received, 0 at first. The end is an empty page or 406.
                 * @example 0
                 */
                since_id?: components["parameters"]["SinceId"];
                /**
                 * @description Field to sort by, with a minus in front for descending. One client sends JSON text instead: `[{"field":"updated_on","order":1}]`.
                 * @example -updated_on
                 */
                sort?: components["parameters"]["Sort"];
                /** @description Conditions that all must hold, as JSON text. The SDK writes brackets instead: `filters[0][field]=`. */
                filters?: components["parameters"]["Filters"];
                /** @description Fields to return, as JSON text. The SDK writes brackets instead: `fields[name]=1`. */
                fields?: components["parameters"]["Fields"];
                /** @description Fields and the values they must have, as JSON text. */
                q?: components["parameters"]["Q"];
                /** @description A query in the manner of MongoDB, as JSON text. Seen in one client, and unproven. */
                query?: components["parameters"]["Query"];
                /**
                 * @description `_id` of the substore to read from.
                 * @example 68f0c2a4b1d9e37a5c60e8aa
                 */
                substore?: components["parameters"]["Substore"];
                /**
                 * @description 1 to have the total counted.
                 * @example 1
                 */
                total?: components["parameters"]["Total"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of products. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": [
                     *         {
                     *           "_id": "68f0c2a4b1d9e37a5c60e812",
                     *           "created_on": "2025-03-14T09:26:53.589Z",
                     *           "updated_on": "2025-04-02T16:05:11.020Z",
                     *           "name": "Paper lantern",
                     *           "alias": "paper-lantern",
                     *           "price": 1249.5,
                     *           "compare_price": "1499",
                     *           "sku": "LAMP-7",
                     *           "publish": "1",
                     *           "available": 1,
                     *           "inventory_quantity": "12",
                     *           "categories": [
                     *             "lighting"
                     *           ],
                     *           "images": [
                     *             {
                     *               "image": "ms.products/68f0c2a4b1d9e37a5c60e812/lantern.jpg",
                     *               "caption": "Lit"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "paging": {
                     *         "limit": 50,
                     *         "start": 0,
                     *         "count": 1,
                     *         "total": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ProductList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    createProduct: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Paper lantern",
                 *       "price": 1249.5,
                 *       "sku": "LAMP-7",
                 *       "publish": "1",
                 *       "categories": [
                 *         "lighting"
                 *       ],
                 *       "images": [
                 *         {
                 *           "image": "https://example.com/lantern.jpg"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ProductAdd"] | {
                    data: components["schemas"]["ProductAdd"];
                };
            };
        };
        responses: {
            /** @description Added. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.products.add",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e812"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ProductAdded"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
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
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e812",
                     *         "created_on": "2025-03-14T09:26:53.589Z",
                     *         "updated_on": "2025-04-02T16:05:11.020Z",
                     *         "name": "Paper lantern",
                     *         "alias": "paper-lantern",
                     *         "price": 1249.5,
                     *         "compare_price": "1499",
                     *         "sku": "LAMP-7",
                     *         "publish": "1",
                     *         "available": 1,
                     *         "inventory_quantity": "12",
                     *         "categories": [
                     *           "lighting"
                     *         ],
                     *         "images": [
                     *           {
                     *             "image": "ms.products/68f0c2a4b1d9e37a5c60e812/lantern.jpg",
                     *             "caption": "Lit"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ProductAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    updateProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "price": 1199,
                 *       "publish": "0"
                 *     }
                 */
                "application/json": components["schemas"]["ProductWrite"] | {
                    data: components["schemas"]["ProductWrite"];
                };
            };
        };
        responses: {
            /** @description Edited; the record is not echoed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.products.edit",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WriteAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    deleteProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.products.delete",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WriteAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listOrders: {
        parameters: {
            query?: {
                /**
                 * @description Records to leave out before the first.
                 * @example 50
                 */
                start?: components["parameters"]["Start"];
                /**
                 * @description Largest number of records. The default looks like 50; one client notes 500 as the top.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Pages in the order of `_id`: the last `_id` received, 0 at first. The end is an empty page or 406.
                 * @example 0
                 */
                since_id?: components["parameters"]["SinceId"];
                /**
                 * @description Field to sort by, with a minus in front for descending. One client sends JSON text instead: `[{"field":"updated_on","order":1}]`.
                 * @example -updated_on
                 */
                sort?: components["parameters"]["Sort"];
                /** @description Conditions that all must hold, as JSON text. The SDK writes brackets instead: `filters[0][field]=`. */
                filters?: components["parameters"]["Filters"];
                /** @description Fields to return, as JSON text. The SDK writes brackets instead: `fields[name]=1`. */
                fields?: components["parameters"]["Fields"];
                /** @description Fields and the values they must have, as JSON text. */
                q?: components["parameters"]["Q"];
                /** @description A query in the manner of MongoDB, as JSON text. Seen in one client, and unproven. */
                query?: components["parameters"]["Query"];
                /**
                 * @description `_id` of the substore to read from.
                 * @example 68f0c2a4b1d9e37a5c60e8aa
                 */
                substore?: components["parameters"]["Substore"];
                /**
                 * @description 1 to have the total counted.
                 * @example 1
                 */
                total?: components["parameters"]["Total"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of orders. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": [
                     *         {
                     *           "_id": "68f0c2a4b1d9e37a5c60e812",
                     *           "created_on": "2025-03-14T09:26:53.589Z",
                     *           "updated_on": "2025-04-02T16:05:11.020Z",
                     *           "order_id": "NWL2041",
                     *           "email": "ila@example.com",
                     *           "status": "open",
                     *           "financial_status": "Paid",
                     *           "item_count": 1,
                     *           "sub_total": 1249.5,
                     *           "total": 1299.5,
                     *           "items": [
                     *             {
                     *               "name": "Paper lantern",
                     *               "product_id": "68f0c2a4b1d9e37a5c60e812",
                     *               "quantity": 1,
                     *               "price": "1249.5",
                     *               "list_price": 1499,
                     *               "total": 1249.5
                     *             }
                     *           ],
                     *           "shipping_address": {
                     *             "full_name": "Ila Marsh",
                     *             "address": "4 Harbour Lane",
                     *             "city": "Pune",
                     *             "state": "Maharashtra",
                     *             "country": "IN",
                     *             "zip": "411001",
                     *             "phone": "0200000000"
                     *           },
                     *           "additional_charges": [
                     *             {
                     *               "name": "Gift wrapping",
                     *               "type": "service",
                     *               "price": "50"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "paging": {
                     *         "limit": 50,
                     *         "start": 0,
                     *         "count": 1,
                     *         "total": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["OrderList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    createOrder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ila@example.com",
                 *       "items": [
                 *         {
                 *           "product_id": "68f0c2a4b1d9e37a5c60e812",
                 *           "name": "Paper lantern",
                 *           "price": "1249.5",
                 *           "quantity": 1,
                 *           "total": 1249.5
                 *         }
                 *       ],
                 *       "billing_address": {
                 *         "full_name": "Ila Marsh",
                 *         "address": "4 Harbour Lane",
                 *         "city": "Pune",
                 *         "state": "Maharashtra",
                 *         "country": "IN",
                 *         "zip": "411001",
                 *         "phone": "0200000000"
                 *       },
                 *       "shipping_address": {
                 *         "full_name": "Ila Marsh",
                 *         "address": "4 Harbour Lane",
                 *         "city": "Pune",
                 *         "state": "Maharashtra",
                 *         "country": "IN",
                 *         "zip": "411001",
                 *         "phone": "0200000000"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["OrderWrite"] | {
                    data: components["schemas"]["OrderWrite"];
                };
            };
        };
        responses: {
            /** @description Added. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.orders.add",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e812"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["OrderAdded"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
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
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e812",
                     *         "created_on": "2025-03-14T09:26:53.589Z",
                     *         "updated_on": "2025-04-02T16:05:11.020Z",
                     *         "order_id": "NWL2041",
                     *         "email": "ila@example.com",
                     *         "status": "open",
                     *         "financial_status": "Paid",
                     *         "item_count": 1,
                     *         "sub_total": 1249.5,
                     *         "total": 1299.5,
                     *         "items": [
                     *           {
                     *             "name": "Paper lantern",
                     *             "product_id": "68f0c2a4b1d9e37a5c60e812",
                     *             "quantity": 1,
                     *             "price": "1249.5",
                     *             "list_price": 1499,
                     *             "total": 1249.5
                     *           }
                     *         ],
                     *         "shipping_address": {
                     *           "full_name": "Ila Marsh",
                     *           "address": "4 Harbour Lane",
                     *           "city": "Pune",
                     *           "state": "Maharashtra",
                     *           "country": "IN",
                     *           "zip": "411001",
                     *           "phone": "0200000000"
                     *         },
                     *         "additional_charges": [
                     *           {
                     *             "name": "Gift wrapping",
                     *             "type": "service",
                     *             "price": "50"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["OrderAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    updateOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ila.marsh@example.com"
                 *     }
                 */
                "application/json": components["schemas"]["OrderWrite"] | {
                    data: components["schemas"]["OrderWrite"];
                };
            };
        };
        responses: {
            /** @description Edited; the record is not echoed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.orders.edit",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WriteAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    deleteOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.orders.delete",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WriteAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /**
                 * @description Records to leave out before the first.
                 * @example 50
                 */
                start?: components["parameters"]["Start"];
                /**
                 * @description Largest number of records. The default looks like 50; one client notes 500 as the top.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Pages in the order of `_id`: the last `_id` received, 0 at first. The end is an empty page or 406.
                 * @example 0
                 */
                since_id?: components["parameters"]["SinceId"];
                /**
                 * @description Field to sort by, with a minus in front for descending. One client sends JSON text instead: `[{"field":"updated_on","order":1}]`.
                 * @example -updated_on
                 */
                sort?: components["parameters"]["Sort"];
                /** @description Conditions that all must hold, as JSON text. The SDK writes brackets instead: `filters[0][field]=`. */
                filters?: components["parameters"]["Filters"];
                /** @description Fields to return, as JSON text. The SDK writes brackets instead: `fields[name]=1`. */
                fields?: components["parameters"]["Fields"];
                /** @description Fields and the values they must have, as JSON text. */
                q?: components["parameters"]["Q"];
                /** @description A query in the manner of MongoDB, as JSON text. Seen in one client, and unproven. */
                query?: components["parameters"]["Query"];
                /**
                 * @description `_id` of the substore to read from.
                 * @example 68f0c2a4b1d9e37a5c60e8aa
                 */
                substore?: components["parameters"]["Substore"];
                /**
                 * @description 1 to have the total counted.
                 * @example 1
                 */
                total?: components["parameters"]["Total"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of users. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": [
                     *         {
                     *           "_id": "68f0c2a4b1d9e37a5c60e812",
                     *           "created_on": "2025-03-14T09:26:53.589Z",
                     *           "updated_on": "2025-04-02T16:05:11.020Z",
                     *           "first_name": "Ila",
                     *           "last_name": "Marsh",
                     *           "email": "ila@example.com",
                     *           "phone": "+910200000000",
                     *           "active": "1",
                     *           "email_verified": "1",
                     *           "customer_groups": [
                     *             "wholesale"
                     *           ]
                     *         }
                     *       ],
                     *       "paging": {
                     *         "limit": 50,
                     *         "start": 0,
                     *         "count": 1,
                     *         "total": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["UserList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "first_name": "Ila",
                 *       "last_name": "Marsh",
                 *       "email": "ila@example.com",
                 *       "Password": "correct horse battery staple"
                 *     }
                 */
                "application/json": components["schemas"]["UserAdd"] | {
                    data: components["schemas"]["UserAdd"];
                };
            };
        };
        responses: {
            /** @description Added. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.users.add",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e812"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["UserAdded"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e812",
                     *         "created_on": "2025-03-14T09:26:53.589Z",
                     *         "updated_on": "2025-04-02T16:05:11.020Z",
                     *         "first_name": "Ila",
                     *         "last_name": "Marsh",
                     *         "email": "ila@example.com",
                     *         "phone": "+910200000000",
                     *         "active": "1",
                     *         "email_verified": "1",
                     *         "customer_groups": [
                     *           "wholesale"
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["UserAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customer_groups": [
                 *         "wholesale"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["UserWrite"] | {
                    data: components["schemas"]["UserWrite"];
                };
            };
        };
        responses: {
            /** @description Edited; the record is not echoed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.users.edit",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WriteAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    deleteUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.users.delete",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WriteAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listBrands: {
        parameters: {
            query?: {
                /**
                 * @description Records to leave out before the first.
                 * @example 50
                 */
                start?: components["parameters"]["Start"];
                /**
                 * @description Largest number of records. The default looks like 50; one client notes 500 as the top.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Pages in the order of `_id`: the last `_id` received, 0 at first. The end is an empty page or 406.
                 * @example 0
                 */
                since_id?: components["parameters"]["SinceId"];
                /**
                 * @description Field to sort by, with a minus in front for descending. One client sends JSON text instead: `[{"field":"updated_on","order":1}]`.
                 * @example -updated_on
                 */
                sort?: components["parameters"]["Sort"];
                /** @description Conditions that all must hold, as JSON text. The SDK writes brackets instead: `filters[0][field]=`. */
                filters?: components["parameters"]["Filters"];
                /** @description Fields to return, as JSON text. The SDK writes brackets instead: `fields[name]=1`. */
                fields?: components["parameters"]["Fields"];
                /** @description Fields and the values they must have, as JSON text. */
                q?: components["parameters"]["Q"];
                /** @description A query in the manner of MongoDB, as JSON text. Seen in one client, and unproven. */
                query?: components["parameters"]["Query"];
                /**
                 * @description `_id` of the substore to read from.
                 * @example 68f0c2a4b1d9e37a5c60e8aa
                 */
                substore?: components["parameters"]["Substore"];
                /**
                 * @description 1 to have the total counted.
                 * @example 1
                 */
                total?: components["parameters"]["Total"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of brands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": [
                     *         {
                     *           "_id": "68f0c2a4b1d9e37a5c60e812",
                     *           "created_on": "2025-03-14T09:26:53.589Z",
                     *           "updated_on": "2025-04-02T16:05:11.020Z",
                     *           "name": "Northwind",
                     *           "alias": "northwind",
                     *           "publish": "1",
                     *           "count": "14",
                     *           "images": [
                     *             {
                     *               "image": "ms.brands/68f0c2a4b1d9e37a5c60e812/logo.png"
                     *             }
                     *           ],
                     *           "SEO": {
                     *             "title": "Northwind lamps"
                     *           }
                     *         }
                     *       ],
                     *       "paging": {
                     *         "limit": 50,
                     *         "start": 0,
                     *         "count": 1,
                     *         "total": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["BrandList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    createBrand: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Northwind",
                 *       "publish": "1"
                 *     }
                 */
                "application/json": components["schemas"]["BrandAdd"] | {
                    data: components["schemas"]["BrandAdd"];
                };
            };
        };
        responses: {
            /** @description Added. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.brands.add",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e812"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["BrandAdded"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getBrand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The brand. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e812",
                     *         "created_on": "2025-03-14T09:26:53.589Z",
                     *         "updated_on": "2025-04-02T16:05:11.020Z",
                     *         "name": "Northwind",
                     *         "alias": "northwind",
                     *         "publish": "1",
                     *         "count": "14",
                     *         "images": [
                     *           {
                     *             "image": "ms.brands/68f0c2a4b1d9e37a5c60e812/logo.png"
                     *           }
                     *         ],
                     *         "SEO": {
                     *           "title": "Northwind lamps"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["BrandAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    updateBrand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "Lamps made by hand."
                 *     }
                 */
                "application/json": components["schemas"]["BrandWrite"] | {
                    data: components["schemas"]["BrandWrite"];
                };
            };
        };
        responses: {
            /** @description Edited; the record is not echoed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.brands.edit",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WriteAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    deleteBrand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.brands.delete",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WriteAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listCategories: {
        parameters: {
            query?: {
                /**
                 * @description Records to leave out before the first.
                 * @example 50
                 */
                start?: components["parameters"]["Start"];
                /**
                 * @description Largest number of records. The default looks like 50; one client notes 500 as the top.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Pages in the order of `_id`: the last `_id` received, 0 at first. The end is an empty page or 406.
                 * @example 0
                 */
                since_id?: components["parameters"]["SinceId"];
                /**
                 * @description Field to sort by, with a minus in front for descending. One client sends JSON text instead: `[{"field":"updated_on","order":1}]`.
                 * @example -updated_on
                 */
                sort?: components["parameters"]["Sort"];
                /** @description Conditions that all must hold, as JSON text. The SDK writes brackets instead: `filters[0][field]=`. */
                filters?: components["parameters"]["Filters"];
                /** @description Fields to return, as JSON text. The SDK writes brackets instead: `fields[name]=1`. */
                fields?: components["parameters"]["Fields"];
                /** @description Fields and the values they must have, as JSON text. */
                q?: components["parameters"]["Q"];
                /** @description A query in the manner of MongoDB, as JSON text. Seen in one client, and unproven. */
                query?: components["parameters"]["Query"];
                /**
                 * @description `_id` of the substore to read from.
                 * @example 68f0c2a4b1d9e37a5c60e8aa
                 */
                substore?: components["parameters"]["Substore"];
                /**
                 * @description 1 to have the total counted.
                 * @example 1
                 */
                total?: components["parameters"]["Total"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of categories. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": [
                     *         {
                     *           "_id": "68f0c2a4b1d9e37a5c60e812",
                     *           "created_on": "2025-03-14T09:26:53.589Z",
                     *           "updated_on": "2025-04-02T16:05:11.020Z",
                     *           "name": "Lighting",
                     *           "alias": "lighting",
                     *           "publish": "1",
                     *           "parent": null,
                     *           "level": 1,
                     *           "sort_order": 2,
                     *           "count": 31,
                     *           "children": [],
                     *           "SEO": {}
                     *         }
                     *       ],
                     *       "paging": {
                     *         "limit": 50,
                     *         "start": 0,
                     *         "count": 1,
                     *         "total": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["CategoryList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    createCategory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Lighting",
                 *       "publish": "1",
                 *       "SEO": {
                 *         "title": "Lamps and lanterns"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["CategoryAdd"] | {
                    data: components["schemas"]["CategoryAdd"];
                };
            };
        };
        responses: {
            /** @description Added. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.categories.add",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e812"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["CategoryAdded"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getCategory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The category. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e812",
                     *         "created_on": "2025-03-14T09:26:53.589Z",
                     *         "updated_on": "2025-04-02T16:05:11.020Z",
                     *         "name": "Lighting",
                     *         "alias": "lighting",
                     *         "publish": "1",
                     *         "parent": null,
                     *         "level": 1,
                     *         "sort_order": 2,
                     *         "count": 31,
                     *         "children": [],
                     *         "SEO": {}
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["CategoryAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    updateCategory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "publish": "0"
                 *     }
                 */
                "application/json": components["schemas"]["CategoryWrite"] | {
                    data: components["schemas"]["CategoryWrite"];
                };
            };
        };
        responses: {
            /** @description Edited; the record is not echoed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.categories.edit",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WriteAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    deleteCategory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.categories.delete",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WriteAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listCollections: {
        parameters: {
            query?: {
                /**
                 * @description Records to leave out before the first.
                 * @example 50
                 */
                start?: components["parameters"]["Start"];
                /**
                 * @description Largest number of records. The default looks like 50; one client notes 500 as the top.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Pages in the order of `_id`: the last `_id` received, 0 at first. The end is an empty page or 406.
                 * @example 0
                 */
                since_id?: components["parameters"]["SinceId"];
                /**
                 * @description Field to sort by, with a minus in front for descending. One client sends JSON text instead: `[{"field":"updated_on","order":1}]`.
                 * @example -updated_on
                 */
                sort?: components["parameters"]["Sort"];
                /** @description Conditions that all must hold, as JSON text. The SDK writes brackets instead: `filters[0][field]=`. */
                filters?: components["parameters"]["Filters"];
                /** @description Fields to return, as JSON text. The SDK writes brackets instead: `fields[name]=1`. */
                fields?: components["parameters"]["Fields"];
                /** @description Fields and the values they must have, as JSON text. */
                q?: components["parameters"]["Q"];
                /** @description A query in the manner of MongoDB, as JSON text. Seen in one client, and unproven. */
                query?: components["parameters"]["Query"];
                /**
                 * @description `_id` of the substore to read from.
                 * @example 68f0c2a4b1d9e37a5c60e8aa
                 */
                substore?: components["parameters"]["Substore"];
                /**
                 * @description 1 to have the total counted.
                 * @example 1
                 */
                total?: components["parameters"]["Total"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of collections. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": [
                     *         {
                     *           "_id": "68f0c2a4b1d9e37a5c60e812",
                     *           "created_on": "2025-03-14T09:26:53.589Z",
                     *           "updated_on": "2025-04-02T16:05:11.020Z",
                     *           "name": "Under 1000",
                     *           "alias": "under-1000",
                     *           "type": "dynamic",
                     *           "filters": [
                     *             {
                     *               "field": "price",
                     *               "operator": "less_than",
                     *               "value": "1000"
                     *             }
                     *           ],
                     *           "count": "8"
                     *         }
                     *       ],
                     *       "paging": {
                     *         "limit": 50,
                     *         "start": 0,
                     *         "count": 1,
                     *         "total": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["CollectionList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    createCollection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Under 1000",
                 *       "type": "dynamic",
                 *       "filters": [
                 *         {
                 *           "field": "price",
                 *           "operator": "less_than",
                 *           "value": "1000"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CollectionAdd"] | {
                    data: components["schemas"]["CollectionAdd"];
                };
            };
        };
        responses: {
            /** @description Added. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.collections.add",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e812"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["CollectionAdded"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getCollection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The collection. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e812",
                     *         "created_on": "2025-03-14T09:26:53.589Z",
                     *         "updated_on": "2025-04-02T16:05:11.020Z",
                     *         "name": "Under 1000",
                     *         "alias": "under-1000",
                     *         "type": "dynamic",
                     *         "filters": [
                     *           {
                     *             "field": "price",
                     *             "operator": "less_than",
                     *             "value": "1000"
                     *           }
                     *         ],
                     *         "count": "8"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["CollectionAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    updateCollection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "SEO": {
                 *         "title": "Lamps under 1000"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["CollectionWrite"] | {
                    data: components["schemas"]["CollectionWrite"];
                };
            };
        };
        responses: {
            /** @description Edited; the record is not echoed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.collections.edit",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WriteAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    deleteCollection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.collections.delete",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WriteAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listCarts: {
        parameters: {
            query?: {
                /**
                 * @description Records to leave out before the first.
                 * @example 50
                 */
                start?: components["parameters"]["Start"];
                /**
                 * @description Largest number of records. The default looks like 50; one client notes 500 as the top.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Pages in the order of `_id`: the last `_id` received, 0 at first. The end is an empty page or 406.
                 * @example 0
                 */
                since_id?: components["parameters"]["SinceId"];
                /**
                 * @description Field to sort by, with a minus in front for descending. One client sends JSON text instead: `[{"field":"updated_on","order":1}]`.
                 * @example -updated_on
                 */
                sort?: components["parameters"]["Sort"];
                /** @description Conditions that all must hold, as JSON text. The SDK writes brackets instead: `filters[0][field]=`. */
                filters?: components["parameters"]["Filters"];
                /** @description Fields to return, as JSON text. The SDK writes brackets instead: `fields[name]=1`. */
                fields?: components["parameters"]["Fields"];
                /** @description Fields and the values they must have, as JSON text. */
                q?: components["parameters"]["Q"];
                /** @description A query in the manner of MongoDB, as JSON text. Seen in one client, and unproven. */
                query?: components["parameters"]["Query"];
                /**
                 * @description `_id` of the substore to read from.
                 * @example 68f0c2a4b1d9e37a5c60e8aa
                 */
                substore?: components["parameters"]["Substore"];
                /**
                 * @description 1 to have the total counted.
                 * @example 1
                 */
                total?: components["parameters"]["Total"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of carts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": [
                     *         {
                     *           "_id": "68f0c2a4b1d9e37a5c60e812",
                     *           "created_on": "2025-03-14T09:26:53.589Z",
                     *           "updated_on": "2025-04-02T16:05:11.020Z",
                     *           "user_id": "68f0c2a4b1d9e37a5c60e830",
                     *           "email_id": "ila@example.com",
                     *           "item_count": 1,
                     *           "sub_total": 1249.5,
                     *           "total": 1249.5,
                     *           "items": [
                     *             {
                     *               "product_id": "68f0c2a4b1d9e37a5c60e812",
                     *               "quantity": 1
                     *             }
                     *           ],
                     *           "currency": {
                     *             "name": "INR",
                     *             "conversion_rate": 1,
                     *             "symbol": "₹"
                     *           }
                     *         }
                     *       ],
                     *       "paging": {
                     *         "limit": 50,
                     *         "start": 0,
                     *         "count": 1,
                     *         "total": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["CartList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    createCart: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "user_id": "68f0c2a4b1d9e37a5c60e830",
                 *       "items": [
                 *         {
                 *           "product_id": "68f0c2a4b1d9e37a5c60e812",
                 *           "quantity": 1
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CartWrite"] | {
                    data: components["schemas"]["CartWrite"];
                };
            };
        };
        responses: {
            /** @description Added. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.carts.add",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e812"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["CartAdded"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getCart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cart. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e812",
                     *         "created_on": "2025-03-14T09:26:53.589Z",
                     *         "updated_on": "2025-04-02T16:05:11.020Z",
                     *         "user_id": "68f0c2a4b1d9e37a5c60e830",
                     *         "email_id": "ila@example.com",
                     *         "item_count": 1,
                     *         "sub_total": 1249.5,
                     *         "total": 1249.5,
                     *         "items": [
                     *           {
                     *             "product_id": "68f0c2a4b1d9e37a5c60e812",
                     *             "quantity": 1
                     *           }
                     *         ],
                     *         "currency": {
                     *           "name": "INR",
                     *           "conversion_rate": 1,
                     *           "symbol": "₹"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["CartAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    updateCart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "shipping_address": {
                 *         "full_name": "Ila Marsh",
                 *         "address": "4 Harbour Lane",
                 *         "city": "Pune",
                 *         "state": "Maharashtra",
                 *         "country": "IN",
                 *         "zip": "411001",
                 *         "phone": "0200000000"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["CartWrite"] | {
                    data: components["schemas"]["CartWrite"];
                };
            };
        };
        responses: {
            /** @description Edited; the record is not echoed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.carts.edit",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WriteAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    deleteCart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.carts.delete",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WriteAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listFulfillments: {
        parameters: {
            query?: {
                /**
                 * @description Records to leave out before the first.
                 * @example 50
                 */
                start?: components["parameters"]["Start"];
                /**
                 * @description Largest number of records. The default looks like 50; one client notes 500 as the top.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Pages in the order of `_id`: the last `_id` received, 0 at first. The end is an empty page or 406.
                 * @example 0
                 */
                since_id?: components["parameters"]["SinceId"];
                /**
                 * @description Field to sort by, with a minus in front for descending. One client sends JSON text instead: `[{"field":"updated_on","order":1}]`.
                 * @example -updated_on
                 */
                sort?: components["parameters"]["Sort"];
                /** @description Conditions that all must hold, as JSON text. The SDK writes brackets instead: `filters[0][field]=`. */
                filters?: components["parameters"]["Filters"];
                /** @description Fields to return, as JSON text. The SDK writes brackets instead: `fields[name]=1`. */
                fields?: components["parameters"]["Fields"];
                /** @description Fields and the values they must have, as JSON text. */
                q?: components["parameters"]["Q"];
                /** @description A query in the manner of MongoDB, as JSON text. Seen in one client, and unproven. */
                query?: components["parameters"]["Query"];
                /**
                 * @description `_id` of the substore to read from.
                 * @example 68f0c2a4b1d9e37a5c60e8aa
                 */
                substore?: components["parameters"]["Substore"];
                /**
                 * @description 1 to have the total counted.
                 * @example 1
                 */
                total?: components["parameters"]["Total"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of fulfillments. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": [
                     *         {
                     *           "_id": "68f0c2a4b1d9e37a5c60e812",
                     *           "created_on": "2025-03-14T09:26:53.589Z",
                     *           "updated_on": "2025-04-02T16:05:11.020Z",
                     *           "order_id": "NWL2041",
                     *           "fid": "NWL2041-F1",
                     *           "type": "regular",
                     *           "status": "Shipped",
                     *           "items": [
                     *             {
                     *               "sku": "LAMP-7",
                     *               "quantity": "1"
                     *             }
                     *           ],
                     *           "item_count": 1,
                     *           "total": 1299.5,
                     *           "tracking_company": "Blue Kite",
                     *           "tracking_number": "BK000117"
                     *         }
                     *       ],
                     *       "paging": {
                     *         "limit": 50,
                     *         "start": 0,
                     *         "count": 1,
                     *         "total": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["FulfillmentList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    createFulfillment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "order_id": "NWL2041",
                 *       "type": "regular",
                 *       "status": "Pending",
                 *       "items": [
                 *         {
                 *           "sku": "LAMP-7",
                 *           "quantity": "1"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["FulfillmentWrite"] | {
                    data: components["schemas"]["FulfillmentWrite"];
                };
            };
        };
        responses: {
            /** @description Added. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.fulfillments.add",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e812"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["FulfillmentAdded"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getFulfillment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The fulfillment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e812",
                     *         "created_on": "2025-03-14T09:26:53.589Z",
                     *         "updated_on": "2025-04-02T16:05:11.020Z",
                     *         "order_id": "NWL2041",
                     *         "fid": "NWL2041-F1",
                     *         "type": "regular",
                     *         "status": "Shipped",
                     *         "items": [
                     *           {
                     *             "sku": "LAMP-7",
                     *             "quantity": "1"
                     *           }
                     *         ],
                     *         "item_count": 1,
                     *         "total": 1299.5,
                     *         "tracking_company": "Blue Kite",
                     *         "tracking_number": "BK000117"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["FulfillmentAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    updateFulfillment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "Shipped",
                 *       "tracking_company": "Blue Kite",
                 *       "tracking_number": "BK000117"
                 *     }
                 */
                "application/json": components["schemas"]["FulfillmentWrite"] | {
                    data: components["schemas"]["FulfillmentWrite"];
                };
            };
        };
        responses: {
            /** @description Edited; the record is not echoed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.fulfillments.edit",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WriteAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    deleteFulfillment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.fulfillments.delete",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WriteAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listCouponCodes: {
        parameters: {
            query?: {
                /**
                 * @description Records to leave out before the first.
                 * @example 50
                 */
                start?: components["parameters"]["Start"];
                /**
                 * @description Largest number of records. The default looks like 50; one client notes 500 as the top.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Pages in the order of `_id`: the last `_id` received, 0 at first. The end is an empty page or 406.
                 * @example 0
                 */
                since_id?: components["parameters"]["SinceId"];
                /**
                 * @description Field to sort by, with a minus in front for descending. One client sends JSON text instead: `[{"field":"updated_on","order":1}]`.
                 * @example -updated_on
                 */
                sort?: components["parameters"]["Sort"];
                /** @description Conditions that all must hold, as JSON text. The SDK writes brackets instead: `filters[0][field]=`. */
                filters?: components["parameters"]["Filters"];
                /** @description Fields to return, as JSON text. The SDK writes brackets instead: `fields[name]=1`. */
                fields?: components["parameters"]["Fields"];
                /** @description Fields and the values they must have, as JSON text. */
                q?: components["parameters"]["Q"];
                /** @description A query in the manner of MongoDB, as JSON text. Seen in one client, and unproven. */
                query?: components["parameters"]["Query"];
                /**
                 * @description `_id` of the substore to read from.
                 * @example 68f0c2a4b1d9e37a5c60e8aa
                 */
                substore?: components["parameters"]["Substore"];
                /**
                 * @description 1 to have the total counted.
                 * @example 1
                 */
                total?: components["parameters"]["Total"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of coupon codes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": [
                     *         {
                     *           "_id": "68f0c2a4b1d9e37a5c60e812",
                     *           "created_on": "2025-03-14T09:26:53.589Z",
                     *           "updated_on": "2025-04-02T16:05:11.020Z",
                     *           "coupon_code": "LANTERN10",
                     *           "type": "percentage",
                     *           "amount": 10,
                     *           "enabled": "1",
                     *           "number_of_uses": 200,
                     *           "conditions": [
                     *             {
                     *               "field": "order.total",
                     *               "operator": "greater_than",
                     *               "value": "900"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "paging": {
                     *         "limit": 50,
                     *         "start": 0,
                     *         "count": 1,
                     *         "total": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["CouponCodeList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    createCouponCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "coupon_code": "LANTERN10",
                 *       "type": "percentage",
                 *       "amount": 10,
                 *       "enabled": "1",
                 *       "conditions": [
                 *         {
                 *           "field": "order.total",
                 *           "operator": "greater_than",
                 *           "value": "900"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CouponCodeWrite"] | {
                    data: components["schemas"]["CouponCodeWrite"];
                };
            };
        };
        responses: {
            /** @description Added. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.coupon_codes.add",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e812"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["CouponCodeAdded"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getCouponCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The coupon code. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e812",
                     *         "created_on": "2025-03-14T09:26:53.589Z",
                     *         "updated_on": "2025-04-02T16:05:11.020Z",
                     *         "coupon_code": "LANTERN10",
                     *         "type": "percentage",
                     *         "amount": 10,
                     *         "enabled": "1",
                     *         "number_of_uses": 200,
                     *         "conditions": [
                     *           {
                     *             "field": "order.total",
                     *             "operator": "greater_than",
                     *             "value": "900"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["CouponCodeAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    updateCouponCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "enabled": "0"
                 *     }
                 */
                "application/json": components["schemas"]["CouponCodeWrite"] | {
                    data: components["schemas"]["CouponCodeWrite"];
                };
            };
        };
        responses: {
            /** @description Edited; the record is not echoed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.coupon_codes.edit",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WriteAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    deleteCouponCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.coupon_codes.delete",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WriteAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listDiscounts: {
        parameters: {
            query?: {
                /**
                 * @description Records to leave out before the first.
                 * @example 50
                 */
                start?: components["parameters"]["Start"];
                /**
                 * @description Largest number of records. The default looks like 50; one client notes 500 as the top.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Pages in the order of `_id`: the last `_id` received, 0 at first. The end is an empty page or 406.
                 * @example 0
                 */
                since_id?: components["parameters"]["SinceId"];
                /**
                 * @description Field to sort by, with a minus in front for descending. One client sends JSON text instead: `[{"field":"updated_on","order":1}]`.
                 * @example -updated_on
                 */
                sort?: components["parameters"]["Sort"];
                /** @description Conditions that all must hold, as JSON text. The SDK writes brackets instead: `filters[0][field]=`. */
                filters?: components["parameters"]["Filters"];
                /** @description Fields to return, as JSON text. The SDK writes brackets instead: `fields[name]=1`. */
                fields?: components["parameters"]["Fields"];
                /** @description Fields and the values they must have, as JSON text. */
                q?: components["parameters"]["Q"];
                /** @description A query in the manner of MongoDB, as JSON text. Seen in one client, and unproven. */
                query?: components["parameters"]["Query"];
                /**
                 * @description `_id` of the substore to read from.
                 * @example 68f0c2a4b1d9e37a5c60e8aa
                 */
                substore?: components["parameters"]["Substore"];
                /**
                 * @description 1 to have the total counted.
                 * @example 1
                 */
                total?: components["parameters"]["Total"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of discounts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": [
                     *         {
                     *           "_id": "68f0c2a4b1d9e37a5c60e812",
                     *           "created_on": "2025-03-14T09:26:53.589Z",
                     *           "updated_on": "2025-04-02T16:05:11.020Z",
                     *           "name": "Two lamps",
                     *           "type": "flat",
                     *           "amount": 150,
                     *           "rule_type": "order",
                     *           "enabled": "1",
                     *           "validity": "infinite",
                     *           "conditions": [
                     *             {
                     *               "field": "order.quantity",
                     *               "operator": "equal",
                     *               "value": 2
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "paging": {
                     *         "limit": 50,
                     *         "start": 0,
                     *         "count": 1,
                     *         "total": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["DiscountList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    createDiscount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Two lamps",
                 *       "type": "flat",
                 *       "amount": 150,
                 *       "rule_type": "order",
                 *       "conditions": [
                 *         {
                 *           "field": "order.quantity",
                 *           "operator": "equal",
                 *           "value": 2
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["DiscountAdd"] | {
                    data: components["schemas"]["DiscountAdd"];
                };
            };
        };
        responses: {
            /** @description Added. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.discounts_new.add",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e812"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["DiscountAdded"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getDiscount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The discount. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e812",
                     *         "created_on": "2025-03-14T09:26:53.589Z",
                     *         "updated_on": "2025-04-02T16:05:11.020Z",
                     *         "name": "Two lamps",
                     *         "type": "flat",
                     *         "amount": 150,
                     *         "rule_type": "order",
                     *         "enabled": "1",
                     *         "validity": "infinite",
                     *         "conditions": [
                     *           {
                     *             "field": "order.quantity",
                     *             "operator": "equal",
                     *             "value": 2
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["DiscountAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    updateDiscount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "enabled": "0"
                 *     }
                 */
                "application/json": components["schemas"]["DiscountWrite"] | {
                    data: components["schemas"]["DiscountWrite"];
                };
            };
        };
        responses: {
            /** @description Edited; the record is not echoed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.discounts_new.edit",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WriteAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    deleteDiscount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.discounts_new.delete",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WriteAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listSellers: {
        parameters: {
            query?: {
                /**
                 * @description Records to leave out before the first.
                 * @example 50
                 */
                start?: components["parameters"]["Start"];
                /**
                 * @description Largest number of records. The default looks like 50; one client notes 500 as the top.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Pages in the order of `_id`: the last `_id` received, 0 at first. The end is an empty page or 406.
                 * @example 0
                 */
                since_id?: components["parameters"]["SinceId"];
                /**
                 * @description Field to sort by, with a minus in front for descending. One client sends JSON text instead: `[{"field":"updated_on","order":1}]`.
                 * @example -updated_on
                 */
                sort?: components["parameters"]["Sort"];
                /** @description Conditions that all must hold, as JSON text. The SDK writes brackets instead: `filters[0][field]=`. */
                filters?: components["parameters"]["Filters"];
                /** @description Fields to return, as JSON text. The SDK writes brackets instead: `fields[name]=1`. */
                fields?: components["parameters"]["Fields"];
                /** @description Fields and the values they must have, as JSON text. */
                q?: components["parameters"]["Q"];
                /** @description A query in the manner of MongoDB, as JSON text. Seen in one client, and unproven. */
                query?: components["parameters"]["Query"];
                /**
                 * @description `_id` of the substore to read from.
                 * @example 68f0c2a4b1d9e37a5c60e8aa
                 */
                substore?: components["parameters"]["Substore"];
                /**
                 * @description 1 to have the total counted.
                 * @example 1
                 */
                total?: components["parameters"]["Total"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of sellers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": [
                     *         {
                     *           "_id": "68f0c2a4b1d9e37a5c60e812",
                     *           "created_on": "2025-03-14T09:26:53.589Z",
                     *           "updated_on": "2025-04-02T16:05:11.020Z",
                     *           "title": "Harbour Crafts",
                     *           "legal_name": "Harbour Crafts Ltd",
                     *           "city": "Pune",
                     *           "country": "IN",
                     *           "bank_details": {
                     *             "account_holder_name": "Harbour Crafts Ltd",
                     *             "bank_name": "Example Bank"
                     *           }
                     *         }
                     *       ],
                     *       "paging": {
                     *         "limit": 50,
                     *         "start": 0,
                     *         "count": 1,
                     *         "total": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SellerList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    createSeller: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Harbour Crafts",
                 *       "legal_name": "Harbour Crafts Ltd",
                 *       "city": "Pune",
                 *       "country": "IN"
                 *     }
                 */
                "application/json": components["schemas"]["SellerAdd"] | {
                    data: components["schemas"]["SellerAdd"];
                };
            };
        };
        responses: {
            /** @description Added. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.sellers.add",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e812"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SellerAdded"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getSeller: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The seller. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e812",
                     *         "created_on": "2025-03-14T09:26:53.589Z",
                     *         "updated_on": "2025-04-02T16:05:11.020Z",
                     *         "title": "Harbour Crafts",
                     *         "legal_name": "Harbour Crafts Ltd",
                     *         "city": "Pune",
                     *         "country": "IN",
                     *         "bank_details": {
                     *           "account_holder_name": "Harbour Crafts Ltd",
                     *           "bank_name": "Example Bank"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SellerAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    updateSeller: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "invoice_prefix": "HC"
                 *     }
                 */
                "application/json": components["schemas"]["SellerWrite"] | {
                    data: components["schemas"]["SellerWrite"];
                };
            };
        };
        responses: {
            /** @description Edited; the record is not echoed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.sellers.edit",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WriteAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    deleteSeller: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.sellers.delete",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WriteAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listTaxRules: {
        parameters: {
            query?: {
                /**
                 * @description Records to leave out before the first.
                 * @example 50
                 */
                start?: components["parameters"]["Start"];
                /**
                 * @description Largest number of records. The default looks like 50; one client notes 500 as the top.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Pages in the order of `_id`: the last `_id` received, 0 at first. The end is an empty page or 406.
                 * @example 0
                 */
                since_id?: components["parameters"]["SinceId"];
                /**
                 * @description Field to sort by, with a minus in front for descending. One client sends JSON text instead: `[{"field":"updated_on","order":1}]`.
                 * @example -updated_on
                 */
                sort?: components["parameters"]["Sort"];
                /** @description Conditions that all must hold, as JSON text. The SDK writes brackets instead: `filters[0][field]=`. */
                filters?: components["parameters"]["Filters"];
                /** @description Fields to return, as JSON text. The SDK writes brackets instead: `fields[name]=1`. */
                fields?: components["parameters"]["Fields"];
                /** @description Fields and the values they must have, as JSON text. */
                q?: components["parameters"]["Q"];
                /** @description A query in the manner of MongoDB, as JSON text. Seen in one client, and unproven. */
                query?: components["parameters"]["Query"];
                /**
                 * @description `_id` of the substore to read from.
                 * @example 68f0c2a4b1d9e37a5c60e8aa
                 */
                substore?: components["parameters"]["Substore"];
                /**
                 * @description 1 to have the total counted.
                 * @example 1
                 */
                total?: components["parameters"]["Total"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tax rules. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": [
                     *         {
                     *           "_id": "68f0c2a4b1d9e37a5c60e812",
                     *           "created_on": "2025-03-14T09:26:53.589Z",
                     *           "updated_on": "2025-04-02T16:05:11.020Z",
                     *           "name": "GST",
                     *           "country": "IN",
                     *           "inclusive": "1",
                     *           "taxes": [
                     *             {
                     *               "name": "GST 12",
                     *               "value": 12,
                     *               "states": "MH",
                     *               "group_tax": "0"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "paging": {
                     *         "limit": 50,
                     *         "start": 0,
                     *         "count": 1,
                     *         "total": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TaxRuleList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    createTaxRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "GST",
                 *       "country": "IN",
                 *       "inclusive": "1",
                 *       "taxes": [
                 *         {
                 *           "name": "GST 12",
                 *           "value": 12,
                 *           "states": "MH"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["TaxRuleAdd"] | {
                    data: components["schemas"]["TaxRuleAdd"];
                };
            };
        };
        responses: {
            /** @description Added. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.tax_rules.add",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e812"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TaxRuleAdded"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getTaxRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tax rule. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e812",
                     *         "created_on": "2025-03-14T09:26:53.589Z",
                     *         "updated_on": "2025-04-02T16:05:11.020Z",
                     *         "name": "GST",
                     *         "country": "IN",
                     *         "inclusive": "1",
                     *         "taxes": [
                     *           {
                     *             "name": "GST 12",
                     *             "value": 12,
                     *             "states": "MH",
                     *             "group_tax": "0"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TaxRuleAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    updateTaxRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "inclusive": "0"
                 *     }
                 */
                "application/json": components["schemas"]["TaxRuleWrite"] | {
                    data: components["schemas"]["TaxRuleWrite"];
                };
            };
        };
        responses: {
            /** @description Edited; the record is not echoed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.tax_rules.edit",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WriteAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    deleteTaxRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.tax_rules.delete",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WriteAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listUserGroups: {
        parameters: {
            query?: {
                /**
                 * @description Records to leave out before the first.
                 * @example 50
                 */
                start?: components["parameters"]["Start"];
                /**
                 * @description Largest number of records. The default looks like 50; one client notes 500 as the top.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Pages in the order of `_id`: the last `_id` received, 0 at first. The end is an empty page or 406.
                 * @example 0
                 */
                since_id?: components["parameters"]["SinceId"];
                /**
                 * @description Field to sort by, with a minus in front for descending. One client sends JSON text instead: `[{"field":"updated_on","order":1}]`.
                 * @example -updated_on
                 */
                sort?: components["parameters"]["Sort"];
                /** @description Conditions that all must hold, as JSON text. The SDK writes brackets instead: `filters[0][field]=`. */
                filters?: components["parameters"]["Filters"];
                /** @description Fields to return, as JSON text. The SDK writes brackets instead: `fields[name]=1`. */
                fields?: components["parameters"]["Fields"];
                /** @description Fields and the values they must have, as JSON text. */
                q?: components["parameters"]["Q"];
                /** @description A query in the manner of MongoDB, as JSON text. Seen in one client, and unproven. */
                query?: components["parameters"]["Query"];
                /**
                 * @description `_id` of the substore to read from.
                 * @example 68f0c2a4b1d9e37a5c60e8aa
                 */
                substore?: components["parameters"]["Substore"];
                /**
                 * @description 1 to have the total counted.
                 * @example 1
                 */
                total?: components["parameters"]["Total"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of user groups. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": [
                     *         {
                     *           "_id": "68f0c2a4b1d9e37a5c60e812",
                     *           "created_on": "2025-03-14T09:26:53.589Z",
                     *           "updated_on": "2025-04-02T16:05:11.020Z",
                     *           "name": "Wholesale",
                     *           "alias": "wholesale"
                     *         }
                     *       ],
                     *       "paging": {
                     *         "limit": 50,
                     *         "start": 0,
                     *         "count": 1,
                     *         "total": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["UserGroupList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    createUserGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Wholesale"
                 *     }
                 */
                "application/json": components["schemas"]["UserGroupAdd"] | {
                    data: components["schemas"]["UserGroupAdd"];
                };
            };
        };
        responses: {
            /** @description Added. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.user_groups.add",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e812"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["UserGroupAdded"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getUserGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user group. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e812",
                     *         "created_on": "2025-03-14T09:26:53.589Z",
                     *         "updated_on": "2025-04-02T16:05:11.020Z",
                     *         "name": "Wholesale",
                     *         "alias": "wholesale"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["UserGroupAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    updateUserGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Wholesale customers"
                 *     }
                 */
                "application/json": components["schemas"]["UserGroupWrite"] | {
                    data: components["schemas"]["UserGroupWrite"];
                };
            };
        };
        responses: {
            /** @description Edited; the record is not echoed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.user_groups.edit",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WriteAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    deleteUserGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.user_groups.delete",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WriteAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listShippingRates: {
        parameters: {
            query?: {
                /**
                 * @description Records to leave out before the first.
                 * @example 50
                 */
                start?: components["parameters"]["Start"];
                /**
                 * @description Largest number of records. The default looks like 50; one client notes 500 as the top.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Pages in the order of `_id`: the last `_id` received, 0 at first. The end is an empty page or 406.
                 * @example 0
                 */
                since_id?: components["parameters"]["SinceId"];
                /**
                 * @description Field to sort by, with a minus in front for descending. One client sends JSON text instead: `[{"field":"updated_on","order":1}]`.
                 * @example -updated_on
                 */
                sort?: components["parameters"]["Sort"];
                /** @description Conditions that all must hold, as JSON text. The SDK writes brackets instead: `filters[0][field]=`. */
                filters?: components["parameters"]["Filters"];
                /** @description Fields to return, as JSON text. The SDK writes brackets instead: `fields[name]=1`. */
                fields?: components["parameters"]["Fields"];
                /** @description Fields and the values they must have, as JSON text. */
                q?: components["parameters"]["Q"];
                /** @description A query in the manner of MongoDB, as JSON text. Seen in one client, and unproven. */
                query?: components["parameters"]["Query"];
                /**
                 * @description `_id` of the substore to read from.
                 * @example 68f0c2a4b1d9e37a5c60e8aa
                 */
                substore?: components["parameters"]["Substore"];
                /**
                 * @description 1 to have the total counted.
                 * @example 1
                 */
                total?: components["parameters"]["Total"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of shipping rates. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": [
                     *         {
                     *           "_id": "68f0c2a4b1d9e37a5c60e812",
                     *           "created_on": "2025-03-14T09:26:53.589Z",
                     *           "updated_on": "2025-04-02T16:05:11.020Z",
                     *           "name": "Courier",
                     *           "price": 50,
                     *           "method": "manual"
                     *         }
                     *       ],
                     *       "paging": {
                     *         "limit": 50,
                     *         "start": 0,
                     *         "count": 1,
                     *         "total": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ShippingRateList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    createShippingRate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Courier",
                 *       "price": 50,
                 *       "method": "manual"
                 *     }
                 */
                "application/json": components["schemas"]["ShippingRateWrite"] | {
                    data: components["schemas"]["ShippingRateWrite"];
                };
            };
        };
        responses: {
            /** @description Added. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.shipping_rates.add",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e812"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ShippingRateAdded"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getShippingRate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The shipping rate. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {
                     *         "_id": "68f0c2a4b1d9e37a5c60e812",
                     *         "created_on": "2025-03-14T09:26:53.589Z",
                     *         "updated_on": "2025-04-02T16:05:11.020Z",
                     *         "name": "Courier",
                     *         "price": 50,
                     *         "method": "manual"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ShippingRateAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    updateShippingRate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** @description Bare at version 1.1, wrapped in `data` at version 1 and unversioned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "price": 60
                 *     }
                 */
                "application/json": components["schemas"]["ShippingRateWrite"] | {
                    data: components["schemas"]["ShippingRateWrite"];
                };
            };
        };
        responses: {
            /** @description Edited; the record is not echoed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.shipping_rates.edit",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WriteAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    deleteShippingRate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `_id` of the record.
                 * @example 68f0c2a4b1d9e37a5c60e812
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "name": "ms.entity.shipping_rates.delete",
                     *           "level": "success"
                     *         }
                     *       ],
                     *       "fileBaseUrl": "https://northwind-lamps.storehippo.com/s/68f0c1d7b1d9e37a5c60e001/",
                     *       "data": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WriteAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    onCustomerCreate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Name of the store.
                 * @example northwind-lamps
                 */
                "X-Storehippo-StoreName"?: components["parameters"]["StoreName"];
                /**
                 * @description Entity of the record.
                 * @example ms.orders
                 */
                "X-Storehippo-Entity"?: components["parameters"]["EntityName"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The user, in the shape the API gives it. Whether it is wrapped in `data` is not stated, so both are described. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "_id": "68f0c2a4b1d9e37a5c60e812",
                 *       "created_on": "2025-03-14T09:26:53.589Z",
                 *       "updated_on": "2025-04-02T16:05:11.020Z",
                 *       "first_name": "Ila",
                 *       "last_name": "Marsh",
                 *       "email": "ila@example.com",
                 *       "phone": "+910200000000",
                 *       "active": "1",
                 *       "email_verified": "1",
                 *       "customer_groups": [
                 *         "wholesale"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["User"] | {
                    data: components["schemas"]["User"];
                };
            };
        };
        responses: {
            /** @description Received. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, because the header with the app's own secret is missing or wrong. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCustomerUpdate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Name of the store.
                 * @example northwind-lamps
                 */
                "X-Storehippo-StoreName"?: components["parameters"]["StoreName"];
                /**
                 * @description Entity of the record.
                 * @example ms.orders
                 */
                "X-Storehippo-Entity"?: components["parameters"]["EntityName"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The user, in the shape the API gives it. Whether it is wrapped in `data` is not stated, so both are described. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "_id": "68f0c2a4b1d9e37a5c60e812",
                 *       "created_on": "2025-03-14T09:26:53.589Z",
                 *       "updated_on": "2025-04-02T16:05:11.020Z",
                 *       "first_name": "Ila",
                 *       "last_name": "Marsh",
                 *       "email": "ila@example.com",
                 *       "phone": "+910200000000",
                 *       "active": "1",
                 *       "email_verified": "1",
                 *       "customer_groups": [
                 *         "wholesale"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["User"] | {
                    data: components["schemas"]["User"];
                };
            };
        };
        responses: {
            /** @description Received. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, because the header with the app's own secret is missing or wrong. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCustomerDelete: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Name of the store.
                 * @example northwind-lamps
                 */
                "X-Storehippo-StoreName"?: components["parameters"]["StoreName"];
                /**
                 * @description Entity of the record.
                 * @example ms.orders
                 */
                "X-Storehippo-Entity"?: components["parameters"]["EntityName"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The user, in the shape the API gives it. Whether it is wrapped in `data` is not stated, so both are described. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "_id": "68f0c2a4b1d9e37a5c60e812",
                 *       "created_on": "2025-03-14T09:26:53.589Z",
                 *       "updated_on": "2025-04-02T16:05:11.020Z",
                 *       "first_name": "Ila",
                 *       "last_name": "Marsh",
                 *       "email": "ila@example.com",
                 *       "phone": "+910200000000",
                 *       "active": "1",
                 *       "email_verified": "1",
                 *       "customer_groups": [
                 *         "wholesale"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["User"] | {
                    data: components["schemas"]["User"];
                };
            };
        };
        responses: {
            /** @description Received. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, because the header with the app's own secret is missing or wrong. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onOrderCreate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Name of the store.
                 * @example northwind-lamps
                 */
                "X-Storehippo-StoreName"?: components["parameters"]["StoreName"];
                /**
                 * @description Entity of the record.
                 * @example ms.orders
                 */
                "X-Storehippo-Entity"?: components["parameters"]["EntityName"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The order, in the shape the API gives it. Whether it is wrapped in `data` is not stated, so both are described. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "_id": "68f0c2a4b1d9e37a5c60e812",
                 *       "created_on": "2025-03-14T09:26:53.589Z",
                 *       "updated_on": "2025-04-02T16:05:11.020Z",
                 *       "order_id": "NWL2041",
                 *       "email": "ila@example.com",
                 *       "status": "open",
                 *       "financial_status": "Paid",
                 *       "item_count": 1,
                 *       "sub_total": 1249.5,
                 *       "total": 1299.5,
                 *       "items": [
                 *         {
                 *           "name": "Paper lantern",
                 *           "product_id": "68f0c2a4b1d9e37a5c60e812",
                 *           "quantity": 1,
                 *           "price": "1249.5",
                 *           "list_price": 1499,
                 *           "total": 1249.5
                 *         }
                 *       ],
                 *       "shipping_address": {
                 *         "full_name": "Ila Marsh",
                 *         "address": "4 Harbour Lane",
                 *         "city": "Pune",
                 *         "state": "Maharashtra",
                 *         "country": "IN",
                 *         "zip": "411001",
                 *         "phone": "0200000000"
                 *       },
                 *       "additional_charges": [
                 *         {
                 *           "name": "Gift wrapping",
                 *           "type": "service",
                 *           "price": "50"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Order"] | {
                    data: components["schemas"]["Order"];
                };
            };
        };
        responses: {
            /** @description Received. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, because the header with the app's own secret is missing or wrong. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onOrderUpdate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Name of the store.
                 * @example northwind-lamps
                 */
                "X-Storehippo-StoreName"?: components["parameters"]["StoreName"];
                /**
                 * @description Entity of the record.
                 * @example ms.orders
                 */
                "X-Storehippo-Entity"?: components["parameters"]["EntityName"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The order, in the shape the API gives it. Whether it is wrapped in `data` is not stated, so both are described. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "_id": "68f0c2a4b1d9e37a5c60e812",
                 *       "created_on": "2025-03-14T09:26:53.589Z",
                 *       "updated_on": "2025-04-02T16:05:11.020Z",
                 *       "order_id": "NWL2041",
                 *       "email": "ila@example.com",
                 *       "status": "open",
                 *       "financial_status": "Paid",
                 *       "item_count": 1,
                 *       "sub_total": 1249.5,
                 *       "total": 1299.5,
                 *       "items": [
                 *         {
                 *           "name": "Paper lantern",
                 *           "product_id": "68f0c2a4b1d9e37a5c60e812",
                 *           "quantity": 1,
                 *           "price": "1249.5",
                 *           "list_price": 1499,
                 *           "total": 1249.5
                 *         }
                 *       ],
                 *       "shipping_address": {
                 *         "full_name": "Ila Marsh",
                 *         "address": "4 Harbour Lane",
                 *         "city": "Pune",
                 *         "state": "Maharashtra",
                 *         "country": "IN",
                 *         "zip": "411001",
                 *         "phone": "0200000000"
                 *       },
                 *       "additional_charges": [
                 *         {
                 *           "name": "Gift wrapping",
                 *           "type": "service",
                 *           "price": "50"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Order"] | {
                    data: components["schemas"]["Order"];
                };
            };
        };
        responses: {
            /** @description Received. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, because the header with the app's own secret is missing or wrong. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onOrderDelete: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Name of the store.
                 * @example northwind-lamps
                 */
                "X-Storehippo-StoreName"?: components["parameters"]["StoreName"];
                /**
                 * @description Entity of the record.
                 * @example ms.orders
                 */
                "X-Storehippo-Entity"?: components["parameters"]["EntityName"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The order, in the shape the API gives it. Whether it is wrapped in `data` is not stated, so both are described. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "_id": "68f0c2a4b1d9e37a5c60e812",
                 *       "created_on": "2025-03-14T09:26:53.589Z",
                 *       "updated_on": "2025-04-02T16:05:11.020Z",
                 *       "order_id": "NWL2041",
                 *       "email": "ila@example.com",
                 *       "status": "open",
                 *       "financial_status": "Paid",
                 *       "item_count": 1,
                 *       "sub_total": 1249.5,
                 *       "total": 1299.5,
                 *       "items": [
                 *         {
                 *           "name": "Paper lantern",
                 *           "product_id": "68f0c2a4b1d9e37a5c60e812",
                 *           "quantity": 1,
                 *           "price": "1249.5",
                 *           "list_price": 1499,
                 *           "total": 1249.5
                 *         }
                 *       ],
                 *       "shipping_address": {
                 *         "full_name": "Ila Marsh",
                 *         "address": "4 Harbour Lane",
                 *         "city": "Pune",
                 *         "state": "Maharashtra",
                 *         "country": "IN",
                 *         "zip": "411001",
                 *         "phone": "0200000000"
                 *       },
                 *       "additional_charges": [
                 *         {
                 *           "name": "Gift wrapping",
                 *           "type": "service",
                 *           "price": "50"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Order"] | {
                    data: components["schemas"]["Order"];
                };
            };
        };
        responses: {
            /** @description Received. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, because the header with the app's own secret is missing or wrong. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onProductCreate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Name of the store.
                 * @example northwind-lamps
                 */
                "X-Storehippo-StoreName"?: components["parameters"]["StoreName"];
                /**
                 * @description Entity of the record.
                 * @example ms.orders
                 */
                "X-Storehippo-Entity"?: components["parameters"]["EntityName"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The product, in the shape the API gives it. Whether it is wrapped in `data` is not stated, so both are described. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "_id": "68f0c2a4b1d9e37a5c60e812",
                 *       "created_on": "2025-03-14T09:26:53.589Z",
                 *       "updated_on": "2025-04-02T16:05:11.020Z",
                 *       "name": "Paper lantern",
                 *       "alias": "paper-lantern",
                 *       "price": 1249.5,
                 *       "compare_price": "1499",
                 *       "sku": "LAMP-7",
                 *       "publish": "1",
                 *       "available": 1,
                 *       "inventory_quantity": "12",
                 *       "categories": [
                 *         "lighting"
                 *       ],
                 *       "images": [
                 *         {
                 *           "image": "ms.products/68f0c2a4b1d9e37a5c60e812/lantern.jpg",
                 *           "caption": "Lit"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Product"] | {
                    data: components["schemas"]["Product"];
                };
            };
        };
        responses: {
            /** @description Received. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, because the header with the app's own secret is missing or wrong. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onProductUpdate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Name of the store.
                 * @example northwind-lamps
                 */
                "X-Storehippo-StoreName"?: components["parameters"]["StoreName"];
                /**
                 * @description Entity of the record.
                 * @example ms.orders
                 */
                "X-Storehippo-Entity"?: components["parameters"]["EntityName"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The product, in the shape the API gives it. Whether it is wrapped in `data` is not stated, so both are described. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "_id": "68f0c2a4b1d9e37a5c60e812",
                 *       "created_on": "2025-03-14T09:26:53.589Z",
                 *       "updated_on": "2025-04-02T16:05:11.020Z",
                 *       "name": "Paper lantern",
                 *       "alias": "paper-lantern",
                 *       "price": 1249.5,
                 *       "compare_price": "1499",
                 *       "sku": "LAMP-7",
                 *       "publish": "1",
                 *       "available": 1,
                 *       "inventory_quantity": "12",
                 *       "categories": [
                 *         "lighting"
                 *       ],
                 *       "images": [
                 *         {
                 *           "image": "ms.products/68f0c2a4b1d9e37a5c60e812/lantern.jpg",
                 *           "caption": "Lit"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Product"] | {
                    data: components["schemas"]["Product"];
                };
            };
        };
        responses: {
            /** @description Received. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, because the header with the app's own secret is missing or wrong. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onProductDelete: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Name of the store.
                 * @example northwind-lamps
                 */
                "X-Storehippo-StoreName"?: components["parameters"]["StoreName"];
                /**
                 * @description Entity of the record.
                 * @example ms.orders
                 */
                "X-Storehippo-Entity"?: components["parameters"]["EntityName"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The product, in the shape the API gives it. Whether it is wrapped in `data` is not stated, so both are described. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "_id": "68f0c2a4b1d9e37a5c60e812",
                 *       "created_on": "2025-03-14T09:26:53.589Z",
                 *       "updated_on": "2025-04-02T16:05:11.020Z",
                 *       "name": "Paper lantern",
                 *       "alias": "paper-lantern",
                 *       "price": 1249.5,
                 *       "compare_price": "1499",
                 *       "sku": "LAMP-7",
                 *       "publish": "1",
                 *       "available": 1,
                 *       "inventory_quantity": "12",
                 *       "categories": [
                 *         "lighting"
                 *       ],
                 *       "images": [
                 *         {
                 *           "image": "ms.products/68f0c2a4b1d9e37a5c60e812/lantern.jpg",
                 *           "caption": "Lit"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Product"] | {
                    data: components["schemas"]["Product"];
                };
            };
        };
        responses: {
            /** @description Received. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, because the header with the app's own secret is missing or wrong. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
type WithRequired<T, K extends keyof T> = T & {
    [P in K]-?: T[P];
};
