import { SHOPMY_APP } from "@shopauth/shopmy/testing";
import { SHOPORAMA_APP } from "@shopauth/shoporama/testing";
import { SHOPRENTER_APP } from "@shopauth/shoprenter/testing";
import { STOREHIPPO_APP } from "@shopauth/storehippo/testing";
import type { Credentials } from "./shops.ts";

/** The registrations that the sandbox's platforms know. */
export const sandboxCredentials: Credentials = {
  shopmy: { developerId: SHOPMY_APP.developerId, developerKey: SHOPMY_APP.developerKey },
  storehippo: { clientId: STOREHIPPO_APP.clientId, clientSecret: STOREHIPPO_APP.clientSecret },
  shoprenter: { clientId: SHOPRENTER_APP.clientId, clientSecret: SHOPRENTER_APP.clientSecret },
  shoporama: { appName: SHOPORAMA_APP.appName },
};
