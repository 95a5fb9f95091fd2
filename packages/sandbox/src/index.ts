export { FAULTS, type Fault, type Faults } from "./faults.ts";
export { PLATFORMS, type PlatformId } from "./platforms/platform.ts";
export type { Mocks } from "./registrations.ts";
export { type Sandbox, type SandboxOptions, startSandbox } from "./sandbox.ts";
