// How far a lead has come with the people who sell: an attribute of the contact, which rules can ask as any other.

/** The attribute that holds it. */
export const leadStage = 'lead_stage';

/** In their order; the last two are its ends. A contact without one of them has just been handed over. */
export const leadStages = ['new', 'contacted', 'meeting', 'proposal', 'won', 'lost'] as const;
