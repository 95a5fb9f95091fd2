export * from "@shopauth/core/redis";
