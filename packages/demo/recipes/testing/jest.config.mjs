// Run with NODE_OPTIONS=--experimental-vm-modules: the packages are ES modules.
export default { testMatch: ["**/jest.test.mjs"], transform: {}, testEnvironment: "node" };
