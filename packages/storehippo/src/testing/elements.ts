import { type Call, done, fail, notFound, readRecord, readValue, success } from "./call.ts";
import { recordOf } from "./records.ts";

type Element = Record<string, unknown> | string | number;

/** The array field that the path names; one that the record lacks is empty. */
function elementsOf(call: Call): Element[] {
  const record = recordOf(call);
  const field = call.path.field!;
  const elements = Object.hasOwn(record, field) ? record[field] : [];
  if (!Array.isArray(elements)) return fail(call, 406, `${field} is not an array field`, `${field} is not a list.`);
  return elements as Element[];
}

function placeOf(call: Call, elements: readonly Element[]): number {
  const { field, fieldId } = call.path;
  const at = elements.findIndex((each) => typeof each === "object" && each._id === fieldId);
  return at >= 0 ? at : notFound(call, `${field} has no element ${fieldId}`);
}

export function listElements(call: Call): Response {
  return success(call, "list", elementsOf(call));
}

export function addElement(call: Call): Response {
  const elements = elementsOf(call);
  const value = readValue(call) ?? fail(call, 406, "the body has no element", "Invalid data");
  const element: Element = typeof value === "object" ? { ...value, _id: call.makeId() } : (value as string | number);
  elements.push(element);
  recordOf(call)[call.path.field!] = elements;
  return success(call, "add", element);
}

export function getElement(call: Call): Response {
  const elements = elementsOf(call);
  return success(call, "get", elements[placeOf(call, elements)]);
}

export function editElement(call: Call): Response {
  const elements = elementsOf(call);
  const at = placeOf(call, elements);
  elements[at] = { ...(elements[at] as object), ...readRecord(call), _id: call.path.fieldId! };
  return done(call, "edit");
}

export function removeElement(call: Call): Response {
  const elements = elementsOf(call);
  elements.splice(placeOf(call, elements), 1);
  return done(call, "delete");
}

export function duplicateElement(call: Call): Response {
  const elements = elementsOf(call);
  const source = elements[placeOf(call, elements)] as object;
  const copy = { ...structuredClone(source), ...readRecord(call), _id: call.makeId() };
  elements.push(copy);
  return success(call, "duplicate", copy);
}
