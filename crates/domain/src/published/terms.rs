//! Terms of office, as residents see them.

use super::Published;
use crate::ids::BodyId;
use crate::terms::SetTerm;

impl<'a> Published<'a> {
    /// The terms of a body that were known by the day, the earliest first.
    pub fn terms_of(&self, body: BodyId) -> Vec<&'a SetTerm> {
        let known = self.state.terms.values().filter_map(|t| t.by(self.day));
        let own = known.map(|word| word.says.as_ref());
        let mut own: Vec<_> = own.filter(|term| term.body == body).collect();
        own.sort_by_key(|term| term.from);
        own
    }

    /// The term of a body that holds the day.
    pub fn term_on(&self, body: BodyId) -> Option<&'a SetTerm> {
        let mut terms = self.terms_of(body).into_iter();
        terms.find(|term| term.from <= self.day && self.day <= term.to)
    }
}
