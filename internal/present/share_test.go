package present_test

import "testing"

// A card shows the first figure that a project contributes, and that it is provisional.
// That the project counts as one more is no figure, nor is one that nobody has
// published.
func TestCard(t *testing.T) {
	pr := presenter(t, map[string]string{
		"lit":  "status = \"completed\"\n[deliver.lights]\ntarget = 20\nvalues.\"2024-11-25\" = { value = 12, status = \"provisional\" }\n",
		"none": "status = \"not-started\"\n",
	})
	tests := []struct {
		address              string
		kicker, figure, asOf string
		alt                  string
	}{
		{"/projects/lit/", "Completed", "12", "as-of 25 November 2024mark-in-text status-provisional", ""},
		{"/projects/none/", "Not started", "", "", "T"},
		{"/metrics/lights/", "metrics", "210", "as-of 30 June 2025", "Tnotes-gap210 lightsnotes-gapas-of 30 June 2025"},
		{"/metrics/whole/", "metrics", "12,000", "as-of 30 June 2025", ""},
		{"/metrics/part/", "metrics", "", "", "T"},
		{"/metrics/nothing/", "", "", "", "T"},
		{"/charts/nothing/", "", "", "", "T"},
	}
	for _, test := range tests {
		card, alt := pr.ShareCard(test.address, "T")
		if card.Kicker != test.kicker || card.Figure != test.figure || card.AsOf != test.asOf || test.alt != "" && alt != test.alt {
			t.Errorf("%s is shown as %+v, in words %q", test.address, card, alt)
		}
	}
}
