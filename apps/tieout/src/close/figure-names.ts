import type { ShownFigures, Source } from "@tieout/reconcile";

/** What tells a batch from every other. */
export const entityOf = ({ entity, entityId }: Pick<ShownFigures, "entity" | "entityId">): string =>
  JSON.stringify([entity, entityId]);

/** What figures are recorded under. */
export const nameOf = ({ source, entity, entityId, currency }: ShownFigures): string =>
  JSON.stringify([source, entity, entityId, currency]);

/** What the names of figures of a source begin with. */
export const nameBegins = (source: Source): string => `${JSON.stringify([source]).slice(0, -1)},`;

/** What the names of all figures of one entity begin with. */
export const entityNameBegins = ({
  source,
  entity,
  entityId,
}: Pick<ShownFigures, "source" | "entity" | "entityId">): string =>
  `${JSON.stringify([source, entity, entityId]).slice(0, -1)},`;

/** Figures as a report that shows all of them first records them, where their members stand in the order of names. */
export const recordedFirst = ({
  businessDate,
  currency,
  entity,
  entityId,
  figures,
  source,
  state,
}: ShownFigures): string =>
  JSON.stringify({ businessDate, currency, entity, entityId, figures, since: {}, source, state });

const partsOf = (name: string): ReadonlyArray<unknown> => {
  const parts: unknown = JSON.parse(name);
  return Array.isArray(parts) ? parts : [];
};

/** What tells the batch that figures of a name are of, as {@link entityOf} does. */
export const entityIn = (name: string): string => JSON.stringify(partsOf(name).slice(1, 3));

/** What a name and those of all figures of its entity begin with, as {@link entityNameBegins} does. */
export const nameBeginsIn = (name: string): string =>
  `${JSON.stringify(partsOf(name).slice(0, 3)).slice(0, -1)},`;
