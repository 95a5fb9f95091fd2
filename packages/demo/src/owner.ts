/** The demo has no sign-in: whoever opens it is this user. A real app takes it from its own session. */
export const OWNER = "demo-user";
