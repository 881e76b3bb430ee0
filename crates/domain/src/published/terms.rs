//! Terms of office, as residents see them.

use super::Published;
use crate::ids::BodyId;
use crate::terms::SetTerm;

impl<'a> Published<'a> {
    /// The terms of a body that were known by the day, the earliest first.
    pub fn terms_of(&self, body: BodyId) -> Vec<&'a SetTerm> {
        let terms = self.state.terms.get(&body);
        let terms = terms.into_iter().flat_map(|terms| terms.values());
        let known = terms.filter_map(|said| said.at(self.day));
        known.map(AsRef::as_ref).collect()
    }

    /// The term of a body that holds the day.
    pub fn term_on(&self, body: BodyId) -> Option<&'a SetTerm> {
        let mut terms = self.terms_of(body).into_iter();
        terms.find(|term| term.from <= self.day && self.day <= term.to)
    }
}
