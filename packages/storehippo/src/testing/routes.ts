import type { Call } from "./call.ts";
import { addElement, duplicateElement, editElement, getElement, listElements, removeElement } from "./elements.ts";
import { add, duplicate, edit, get, list, recordOf, remove, runCommand } from "./records.ts";

export interface Route {
  readonly method: "get" | "post" | "put" | "delete";
  /** Below `/entity/{entity}`. */
  readonly path: string;
  /** @throws Refused */
  run(call: Call): Response;
}

/** Every route of an entity. No record and no field is called `_`. */
export const ROUTES: readonly Route[] = [
  { method: "get", path: "", run: list },
  { method: "post", path: "", run: add },
  { method: "get", path: "/{id}", run: get },
  { method: "put", path: "/{id}", run: edit },
  { method: "delete", path: "/{id}", run: remove },
  { method: "put", path: "/{id}/_duplicate", run: duplicate },
  { method: "get", path: "/{id}/{field}", run: listElements },
  { method: "post", path: "/{id}/{field}", run: addElement },
  { method: "get", path: "/{id}/{field}/{fieldId}", run: getElement },
  { method: "put", path: "/{id}/{field}/{fieldId}", run: editElement },
  { method: "delete", path: "/{id}/{field}/{fieldId}", run: removeElement },
  { method: "put", path: "/{id}/{field}/{fieldId}/_duplicate", run: duplicateElement },
  { method: "put", path: "/_/{command}", run: (call) => runCommand(call) },
  { method: "put", path: "/{id}/_/{command}", run: (call) => runCommand(call, recordOf(call)) },
];
