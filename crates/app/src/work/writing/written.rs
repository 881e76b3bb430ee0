//! What the fields of a row say.

use riktning_domain::elements::{Quantity, Wording};
use riktning_domain::ids::PersonId;
use riktning_domain::{Dated, Money, Text};

/// What the fields of a row say, as domain types.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// The sentence.
    pub text: Text,
    /// What it means.
    pub description: Option<Text>,
    /// Who in the body is responsible.
    pub role: Option<Text>,
    /// How much is to be reached.
    pub quantity: Option<Quantity>,
    /// What can be tested instead.
    pub condition: Option<Text>,
    /// Why the sentence is clear all the same.
    pub clear_anyway: Option<Text>,
    /// When it is due.
    pub due: Option<Dated>,
    /// What it says beside.
    pub particulars: Particulars,
}

impl Written {
    /// A sentence, and nothing else.
    pub fn sentence(text: Text) -> Written {
        Written {
            text,
            description: None,
            role: None,
            quantity: None,
            condition: None,
            clear_anyway: None,
            due: None,
            particulars: Particulars::default(),
        }
    }

    /// What a wording says of it.
    pub(in crate::work) fn of(wording: &Wording) -> Written {
        Written {
            text: wording.text.clone(),
            description: wording.description.clone(),
            role: wording.role.clone(),
            quantity: wording.quantity.clone(),
            condition: wording.condition.clone(),
            clear_anyway: wording.clear_anyway.clone(),
            due: wording.due,
            particulars: Particulars::of(wording),
        }
    }
}

/// What an element may say beside its sentence and its measure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Particulars {
    /// Why a goal matters.
    pub why: Option<Text>,
    /// What happens if a promise about a service is not kept.
    pub if_not_kept: Option<Text>,
    /// The money that goes with it.
    pub amount: Option<Money>,
    /// The colleague who is responsible; never shown to residents.
    pub person: Option<PersonId>,
}

impl Particulars {
    fn of(wording: &Wording) -> Particulars {
        Particulars {
            why: wording.why.clone(),
            if_not_kept: wording.if_not_kept.clone(),
            amount: wording.amount,
            person: wording.person,
        }
    }
}
