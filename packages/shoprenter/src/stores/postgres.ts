export * from "@shopauth/core/postgres";
