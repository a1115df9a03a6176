/** The e-mail domain lives at Resend, so each request for it needs the key stored there. */
const RESEND_KEY =
	'E-mail domains need the key of a Resend account: store it with Provider Key: Set, provider Resend, and run the node again.';

const NO_DOMAIN =
	'Your organization has no e-mail domain yet. Set one up with Domain: Create, or take one of your Resend account with Domain: Select Resend Domain.';

export const needsResendKey = { 400: RESEND_KEY };

export const needsDomain = { 400: RESEND_KEY, 404: NO_DOMAIN };
