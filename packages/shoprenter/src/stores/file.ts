export * from "@shopauth/core/file";
