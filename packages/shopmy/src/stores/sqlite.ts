export * from "@shopauth/core/sqlite";
