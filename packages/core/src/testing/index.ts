export { type ContractCase, type StoreContractOptions, storeContract } from "./store-contract.ts";
