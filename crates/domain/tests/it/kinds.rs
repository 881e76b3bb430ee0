//! The bytes of every kind of event: what a row of the journal holds, for ever. Each example
//! has every field, and every text in it is typed with an exclamation mark.

use riktning_domain::Event;
use riktning_domain::{
    assessments, bodies, comparisons, decisions, directives, document_types, documents, elements,
    external_rules, financial_management, frames, group, indicators, models, notes, permissions,
    plans, proposals, reports, rounds, shares, site, sources, terms, threads, topics, visibility,
    visions,
};
use std::fmt::Write;
use std::sync::Arc;

/// `@n` stands for an id that ends in `n`.
fn with_ids(json: &str) -> String {
    let mut parts = json.split("\"@");
    let mut out = parts.next().unwrap().to_owned();
    for part in parts {
        let (n, rest) = part.split_once('"').unwrap();
        write!(out, "\"00000000-0000-0000-0000-{n:0>12}\"{rest}").unwrap();
    }
    out
}

macro_rules! examples {
    ($($kind:ident($content:ty) = $json:literal;)*) => {
        fn examples() -> Vec<Event> {
            vec![$(
                Event::$kind(
                    serde_json::from_str::<$content>(&with_ids($json))
                        .unwrap_or_else(|e| panic!("{}: {e}", stringify!($kind))),
                ),
            )*]
        }
    };
}

examples! {
    GroupDescribed(group::DescribeGroup) = r#"{"name":"Exempelstads kommun!","place":"Exempelstad!","code":"0000!","invented":true}"#;
    SourceCited(sources::CiteSource) = r#"{"source":"@1","title":"Årsredovisning!","url":"https://exempel.invalid/!"}"#;
    BodyFounded(bodies::FoundBody) = r#"{"body":"@2","kind":"Committee","slug":"skolnamnden!","names":{"sv":"Skolnämnden!","en":"School committee!","fi":"Koululautakunta!"},"role":"Huvudman!","answers_to":["@3"],"from":"2010","seen":[2012,2014],"source":"@1"}"#;
    BodyRenamed(bodies::RenameBody) = r#"{"body":"@2","names":{"sv":"Utbildningsnämnden!"},"slug":"utbildning!","from":"2016-03-01"}"#;
    BodyMoved(bodies::MoveBody) = r#"{"body":"@2","answers_to":["@3","@4"],"from":"2016-03-01"}"#;
    BodyEnded(bodies::EndBody) = r#"{"body":"@2","last_day":"2018-12-31","succeeded_by":["@4"]}"#;
    RoleGranted(permissions::GrantRole) = r#"{"person":"@5","role":"Controller","body":"@2","from":"2016-01-01","to":"2016-12-31"}"#;
    GrantEnded(permissions::EndGrant) = r#"{"person":"@5","role":"Controller","body":"@2","last_day":"2016-06-30"}"#;
    VisionDrafted(visions::DraftVision) = r#"{"vision":"@6","wording_id":"@7","wording":{"title":"Exempelstad för alla!","slogan":"Tillsammans!","horizon":2030,"statements":["Här lyckas var och en!","Här bor man gott!"],"source":"@1"},"since":"2015-01-01?"}"#;
    ModelDefined(models::DefineModel) = r#"{"model":"@8","definition":{"names":{"sv":"Inriktning 2016–2019!"},"period":"2016..2019","period_not_found":true,"follows":"@9","levels":[{"id":"@10","names":{"sv":"Strategiskt mål!"},"names_of_many":{"sv":"Strategiska mål!"},"purpose":"StrategicGoal","supports":[{"upward":{"Topic":"Perspective"},"required":true,"interpretation":"Ours"},{"upward":"Vision","required":false}],"owners":["Committee"],"decided_by":["Council"],"measured":true,"scale":"@12","closed_only_by_decision":true,"criteria":[{"names":{"sv":"Tydligt!"},"checks":"Clear"}],"seasons":[{"month":"November","what":{"sv":"Fullmäktige beslutar!"}}]},{"id":"@11","names":{"sv":"Åtagande!"},"purpose":"Commitment","supports":[{"upward":{"Level":"@10"},"required":true}],"measured":false,"closed_only_by_decision":false}],"scales":[{"id":"@12","names":{"sv":"Måluppfyllelse!"},"values":[{"id":"@13","names":{"sv":"Uppfyllt!"},"forecast":{"sv":"Nås!"},"shape":"Good","counts_as":"Met"}]}],"dimensions":["Perspective","Process"],"note":"Perioden är inte funnen!","source":"@1"},"since":"2015-11"}"#;
    ModelPutInForce(models::PutModelInForce) = r#"{"model":"@8","since":"2016"}"#;
    ModelDropped(models::DropModel) = r#"{"model":"@8"}"#;
    TopicDescribed(topics::DescribeTopic) = r#"{"topic":"@14","description":{"dimension":"Perspective","names":{"sv":"Utåt!"},"meaning":"Det vi gör för andra!","parent":"@15","order":2,"direction":"Outward","owner":"@2","source":"@1"},"since":"2016"}"#;
    ElementDrafted(elements::DraftElement) = r#"{"element":"@16","model":"@8","level":"@10","slug":"fler-klarar-skolan!","wording_id":"@17","wording":{"text":"Fler klarar skolan!","description":"Alla elever!","why":"Skolan avgör!","owner":"@2","addressed_to":{"To":["@3"]},"role":"Skolchef!","person":"@5","period":"2016..2019","topics":[{"topic":"@14","interpretation":"Ours"}],"owner_in_words":"Polisen och kommunen!","quantity":{"value":"85.50","unit":"elever!","at_least":true},"condition":"Alla har plats!","amount":{"value":"9","unit":"Mnkr"},"due":"2018-12-31","origin":{"Interpreted":"@18"},"continues":{"element":"@19","interpretation":"Ours"},"source":"@1"},"since":"2016-01"}"#;
    WordingProposed(elements::ProposeWording) = r#"{"element":"@16","wording_id":"@20","wording":{"text":"Alla klarar skolan!","period":"2018","addressed_to":"All","origin":{"Assigned":"@18"}},"since":"2017"}"#;
    WordingProposed(elements::ProposeWording) = r#"{"element":"@16","wording_id":"@20","wording":{"text":"Alla klarar skolan!","period":"2018","links":[{"thread":"@21","to":{"Element":"@18"}},{"thread":"@22","to":{"Vision":"@6"}}]}}"#;
    ThreadTied(threads::TieThread) = r#"{"thread":"@21","from":"@16","to":{"Vision":"@6"},"interpretation":"Ours","since":"2016"}"#;
    ThreadUntied(threads::UntieThread) = r#"{"thread":"@21"}"#;
    PlanDrafted(plans::DraftPlan) = r#"{"plan":"@22","body":"@2","model":"@8","period":"2017","names":{"sv":"Verksamhetsplan 2017!"},"since":"2016-10"}"#;
    PlacedInPlan(plans::PlaceInPlan) = r#"{"plan":"@22","elements":["@16"],"since":"2016-10"}"#;
    PlanTakenBack(plans::TakeBackPlan) = r#"{"plan":"@22"}"#;
    PlanReferred(plans::ReferPlan) = r#"{"plan":"@22","to":["@3","@4"],"until":"2016-11-15"}"#;
    ReferralCalledOff(plans::CallOffReferral) = r#"{"plan":"@22"}"#;
    ReferralAnswered(plans::AnswerReferral) = r#"{"plan":"@22","body":"@4","says":"Bygg mer!"}"#;
    ProposalTakenBack(elements::TakeBackProposal) = r#"{"element":"@16"}"#;
    LookedAfter(elements::LookAfter) = r#"{"element":"@16","person":"@5"}"#;
    SlipRighted(elements::RightSlip) = r#"{"element":"@16","wording":"@17","instead_of":"@17","reading":"@46","text":"Fler når målen!","reason":"Ett skrivfel!"}"#;
    HandedOver(elements::HandOver) = r#"{"of":"@5","to":"@47","from":"2016-12-31"}"#;
    DraftDropped(elements::DropDraft) = r#"{"element":"@16"}"#;
    PlanArranged(plans::ArrangePlan) = r#"{"plan":"@22","arrangement":"@45","rows":["@16","@18"],"instead_of":"@46","since":"2016-10"}"#;
    PlanHandedIn(plans::HandInPlan) = r#"{"plan":"@22","since":"2016-10-31"}"#;
    DecisionRecorded(decisions::RecordDecision) = r#"{"decision":"@23","body":"@3","date":"2016-12-15","authority":{"Found":{"source":"@1","paragraph":"§ 7!","body_interpretation":"Ours"}},"case_number":"EX/2016:1!","title":"Årsplan 2017!","acts":[{"Adopt":[{"Element":"@16"},"@17"]},{"Adopt":[{"Vision":"@6"},"@7"]},{"Adopt":[{"Assessment":"@24"},"@25"]},{"Withdraw":"@26"},{"Close":"@27"},{"Transfer":["@28","@4"]},{"AdoptPlan":"@22"},{"SupplementPlan":["@29",["@16"]]},{"ClosePlan":"@30"},{"AdoptUnseenPlan":"2017"}]}"#;
    DecisionRecorded(decisions::RecordDecision) = r#"{"decision":"@23","body":"@3","date":"2016","authority":{"Paragraph":"§ 7!"}}"#;
    DecisionRecorded(decisions::RecordDecision) = r#"{"decision":"@23","body":"@3","date":"2016-12","authority":{"Delegation":"D 12!"}}"#;
    DecisionRecorded(decisions::RecordDecision) = r#"{"decision":"@23","body":"@3","date":"2016-12-16","authority":{"Paragraph":"§ 9!"},"acts":[{"Withdraw":"@26"}],"seen":[["@26","@17"]]}"#;
    DecisionMarked(decisions::MarkDecision) = r#"{"decision":"@23","stage":"MinutesApproved","on":"2016-12-20"}"#;
    FoundInSource(decisions::FindInSource) = r#"{"source":"@1","since":"2016","wordings":[[{"Element":"@16"},"@17"]]}"#;
    IndicatorDefined(indicators::DefineIndicator) = r#"{"indicator":"@31","slug":"behoriga!","definition":{"names":{"sv":"Behöriga till gymnasiet!"},"unit":{"Named":"elever per lärare!"},"decimals":1,"better":"Up","class":"Organisation","class_interpretation":"Ours","frequency":"SchoolYearly","breakdowns":["Women","Men"],"tolerance":"0.5","description":"Andel!","note":"Ny mätning 2018!","responsible":"@2","source":"@1"},"since":"2015"}"#;
    IndicatorDefined(indicators::DefineIndicator) = r#"{"indicator":"@32","slug":"platser!","definition":{"names":{"sv":"Platser!"},"unit":"Count","decimals":0,"better":"Up","class":"KeyFigure","calculation":{"Sum":["@31","@33"]}}}"#;
    IndicatorDefined(indicators::DefineIndicator) = r#"{"indicator":"@32","slug":"platser!","definition":{"names":{"sv":"Platser!"},"unit":"Count","decimals":0,"better":"Up","class":"KeyFigure","calculation":{"Mean":["@31","@33"]}}}"#;
    IndicatorDefined(indicators::DefineIndicator) = r#"{"indicator":"@32","slug":"platser!","definition":{"names":{"sv":"Platser!"},"unit":"Count","decimals":0,"better":"Up","class":"KeyFigure","calculation":{"WeightedMean":[{"value":"@31","weight":"@33"},{"value":"@34","weight":"@35"}]}}}"#;
    IndicatorDefined(indicators::DefineIndicator) = r#"{"indicator":"@32","slug":"platser!","definition":{"names":{"sv":"Platser!"},"unit":"Percent","decimals":1,"better":"Up","class":"KeyFigure","calculation":{"Ratio":{"of":"@31","by":"@33","times":"100"}}}}"#;
    IndicatorDefined(indicators::DefineIndicator) = r#"{"indicator":"@32","slug":"platser!","definition":{"names":{"sv":"Platser!"},"unit":"Count","decimals":1,"better":"Up","class":"KeyFigure","calculation":{"PerInhabitants":{"of":"@31","population":"@33","per":"1000"}}}}"#;
    IndicatorDefined(indicators::DefineIndicator) = r#"{"indicator":"@32","slug":"platser!","definition":{"names":{"sv":"Platser!"},"unit":"Count","decimals":0,"better":"Up","class":"KeyFigure","roll_up":"Sum"}}"#;
    IndicatorDefined(indicators::DefineIndicator) = r#"{"indicator":"@32","slug":"platser!","definition":{"names":{"sv":"Platser!"},"unit":"Percent","decimals":0,"better":"Up","class":"KeyFigure","roll_up":{"WeightedBy":"@33"}}}"#;
    IndicatorServes(indicators::ServeElement) = r#"{"indicator":"@31","element":"@16","order":1,"interpretation":"Ours","since":"2016"}"#;
    IndicatorServesNoLonger(indicators::StopServing) = r#"{"indicator":"@31","element":"@16"}"#;
    MeasurementReported(indicators::ReportMeasurement) = r#"{"indicator":"@31","period":"2016/17","body":"@2","breakdown":"Girls","value":{"Figure":"84.50"},"settled":"Preliminary","collected":"2017-09-01","source":"@1","note":"Preliminär!"}"#;
    MeasurementReported(indicators::ReportMeasurement) = r#"{"indicator":"@31","period":"2017","breakdown":"All","value":{"None":{"Because":"Enkäten gjordes inte!"}},"settled":"Final"}"#;
    MeasurementReported(indicators::ReportMeasurement) = r#"{"indicator":"@31","period":"2017","breakdown":"Boys","value":{"Figure":"7"},"settled":"Told","source":"@1"}"#;
    MeasurementReported(indicators::ReportMeasurement) = r#"{"indicator":"@31","period":"2017","breakdown":"All","value":{"None":"TooFew"},"settled":"Revised"}"#;
    MeasurementReported(indicators::ReportMeasurement) = r#"{"indicator":"@31","period":"2018","breakdown":"All","value":{"Figure":"84.5"},"settled":{"Forecast":"@3"},"collected":"2018-09-25","source":"@1"}"#;
    TargetSet(indicators::SetTarget) = r#"{"indicator":"@31","period":"2018","period_interpretation":"Ours","body":"@2","aim":{"Between":["80","85.5"]},"basis":{"Decision":"@23"},"note":"För hela perioden!"}"#;
    TargetSet(indicators::SetTarget) = r#"{"indicator":"@31","period":"2018","aim":{"InWords":"Ska öka!"},"basis":{"Source":["@1","2016"]}}"#;
    RoundOpened(rounds::OpenRound) = r#"{"round":"@32","model":"@8","names":{"sv":"Delårsrapport 2!"},"occasion":"Interim","cut_off":"2017-08-31","opens":"2017-08-01","deadlines":[["Committee","2017-09-15"]],"meetings":[{"on":"2017-10-25","body":"@3"}],"asks_for":["Bedömning av mål!"],"since":"2017-06"}"#;
    RoundOpened(rounds::OpenRound) = r#"{"round":"@32","model":"@8","names":{"sv":"Årsplan 2018!"},"occasion":"Planning","cut_off":"2018-01-01","levels":["@9"],"compiling":{"body":"@2","wholes":["Balance",{"FinancialManagement":"Group"},{"Topics":"Process"}]},"made_of":"@36"}"#;
    RoundCalledOff(rounds::CallOffRound) = r#"{"round":"@32","reason":"Ingen plan i år!"}"#;
    AssessmentProposed(assessments::ProposeAssessment) = r#"{"assessment":"@24","version":"@25","round":"@32","subject":{"Element":"@16"},"body":"@2","verdict":{"for_year":"@13","to_period_end":"@13","reason":"Fler når målen!","happened":"Läxhjälp!","cause":"Fler lärare!","meaning":"Bra för eleverna!","now":"Vi fortsätter!","proposed":"@13","informed_by":["@31"]},"corrects":"Dubbelt räknat!","since":"2017-09"}"#;
    AssessmentProposed(assessments::ProposeAssessment) = r#"{"assessment":"@24","version":"@25","round":"@32","subject":"Whole","verdict":{"for_year":"@13","reason":"I balans!"}}"#;
    AssessmentStepped(assessments::StepAssessment) = r#"{"assessment":"@24","step":{"SentBack":"Vad betyder det!"}}"#;
    AssessmentStepped(assessments::StepAssessment) = r#"{"assessment":"@24","step":"Approved"}"#;
    NoticePublished(site::notices::PublishNotice) = r#"{"notice":"@33","severity":"Crisis","severity_is_ours":true,"title":{"sv":"Brand!","en":"Fire!","fi":"Tulipalo!"},"text":{"sv":"Stäng fönstren!"},"alternatives":[{"sv":"Ring!"}],"affects":[{"sv":"Norra kajen!"}],"from":"2018-03-01T09:00:00","to":"2018-03-01T17:30:00","link":{"url":"https://exempel.invalid/!","names":{"sv":"Läs mer!"}},"updated":"2018-03-01T10:00:00","source":"@1","since":"2018-03-01"}"#;
    NoticePublished(site::notices::PublishNotice) = r#"{"notice":"@33","severity":"Information","title":{"sv":"Nya tider!"}}"#;
    NoticeEnded(site::notices::EndNotice) = r#"{"notice":"@33"}"#;
    OfficeDescribed(site::offices::DescribeOffice) = r#"{"office":"@34","names":{"sv":"Bydalen!"},"part_of":"@35","address":"Storgatan 26!","phone":"0123-45 67 89!","order":2,"from":"2016","to":"2018-12-31","source":"@1"}"#;
    HoursSet(site::offices::SetHours) = r#"{"office":"@34","kind":"Visiting","rows":[{"first":"Monday","last":"Thursday","open":{"from":"07:45:00","to":"16:30:00"}},{"first":"Friday","last":"Friday","open":{"from":"08:00:00"}}],"on_eves":[{"from":"08:00:00","to":"12:00:00"}],"from":"2016","to":"2018-12-31","note":"ca 2016!","source":"@1"}"#;
    HoursExcepted(site::offices::SetException) = r#"{"office":"@34","kind":"Telephone","from":"2018-12-27","to":"2018-12-28","open":[{"from":"09:00:00","to":"12:00:00"}],"reason":{"sv":"Mellandagar!"}}"#;
    ExceptionTakenBack(site::offices::TakeBackException) = r#"{"office":"@34","kind":"Telephone","from":"2018-12-27","to":"2018-12-28"}"#;
    PageDescribed(site::pages::DescribePage) = r#"{"path":"/kontakt!","title":{"sv":"Kontakt!"},"owner":"@2","role":{"sv":"Kommunstrateg!"},"review_by":"2019-06-30","source":"@1","since":"2018"}"#;
    TextTranslated(site::translations::TranslateText) = r#"{"text":{"sv":"Fler når målen i skolan!","fi":"Yhä useampi saavuttaa koulun tavoitteet!"},"by":"Kim Exempel, översättare!"}"#;
    FrameEntered(frames::EnterFrame) = r#"{"entry":"@33","body":"@2","year":2018,"account":"Operating","amount":{"value":"407.20","unit":"Mnkr"},"decision":"@23","note":"Fler platser!"}"#;
    AccountsReported(frames::ReportAccounts) = r#"{"accounts":"@34","period":"2018","rows":[{"whose":{"Body":"@2"},"account":"Result","frame":{"value":"-13","unit":"Mnkr"},"outcome":{"value":"-10","unit":"Mnkr"},"forecast":{"value":"-12","unit":"Mnkr"},"deviation":{"value":"3","unit":"Mnkr"},"percent":"-23.1","by_revenue":true,"approximate":true},{"whose":{"Named":"Elimineringar!"},"account":"Total","frame":{"value":"18","unit":"Tkr"}},{"whose":"Whole","account":"Turnover","outcome":{"value":"1","unit":"Tkr"}}],"printed":{"frame":{"value":"222","unit":"Mnkr"},"outcome":{"value":"272","unit":"Mnkr"},"deviation":{"value":"50","unit":"Mnkr"}},"result_target_percent":"2.5","note":"Summan stämmer inte!","proposed":true,"source":"@1","since":"2018-12-31?"}"#;
    DocumentDrafted(documents::DraftDocument) = r#"{"document":"@33","slug":"skolplan!","wording_id":"@34","wording":{"title":"Skolplan!","kind":"Plan","meaning":"Så lär vi!","case_number":"EX/2016:2!","applies_to":{"To":["@2"]},"valid_from":"2016","valid_to":"2018-06","still_applied":true,"until_replaced":true,"responsible":"@2","role":"Skolchef!","revised_by":"@3","followed_up_by":"@3","replaces":["@35"],"replaces_unrecorded":"Gamla planen!","governs":[{"topic":"@14","interpretation":"Ours"}],"note":"Året saknas!","source":"@1"},"since":"2015-12"}"#;
    DocumentDrafted(documents::DraftDocument) = r#"{"document":"@33","slug":"handbok!","wording_id":"@34","wording":{"title":"Handbok!","kind":{"Other":"Handbok!"}}}"#;
    DocumentDrafted(documents::DraftDocument) = r#"{"document":"@33","slug":"riktlinje!","wording_id":"@34","wording":{"title":"Riktlinje!","kind":"Policy","revise_by":"2019-06-30"},"instead_of":"@35"}"#;
    PageWritten(site::written::WritePage) = r#"{"page":"@47","slug":"sa-gor-du!","title":{"sv":"Så gör du!","fi":"Näin teet!"},"text":{"sv":"Ring oss!"}}"#;
    AnswersErased(site::answers::EraseAnswers) = r#"{"erasure":"@48","decision":"Gallring av svar!","decided":"2018-01-15","case_number":"EX/2018:3!","erased":[{"page":"/kontakt!","answers":12,"comments":3}]}"#;
    DocumentHandedIn(documents::HandInDocument) = r#"{"document":"@33","wording":"@34"}"#;
    DirectiveHandedIn(directives::HandInDirective) = r#"{"directive":"@37","wording":"@38"}"#;
    ProposalRecalled(proposals::RecallProposal) = r#"{"what":{"Document":"@33"},"wording":"@34"}"#;
    ProposalDropped(proposals::DropProposal) = r#"{"what":{"Directive":"@37"},"wording":"@38"}"#;
    DocumentTypeDescribed(document_types::DescribeDocumentType) = r#"{"kind":"Policy","purpose":"Förhållningssätt!","time_limited":false,"adopted_by":"Council","source":"@1","since":"2016"}"#;
    RuleRecorded(external_rules::RecordRule) = r#"{"document":"@36","slug":"exempellagen!","title":"Exempellagen!","number":"2010:1!","in_force_from":"2010-07-01","in_force_to":"2018","concerns":"Alla kommuner!","source":"@1"}"#;
    RuleChecked(external_rules::CheckRule) = r#"{"document":"@36","source":"@1","number":"2010:1!","in_force_from":"2010-07-01","in_force_to":"2018"}"#;
    DirectiveDrafted(directives::DraftDirective) = r#"{"directive":"@37","company":"@4","wording_id":"@38","wording":{"title":"Ägardirektiv!","orders":["Bygg fler hus!","Sänk elanvändningen!"],"goals":[{"element":"@16","interpretation":"Ours"}],"source":"@1"},"since":"2016"}"#;
    DecisionRecorded(decisions::RecordDecision) = r#"{"decision":"@23","body":"@3","date":"2016-12-17","authority":{"Paragraph":"§ 10!"},"acts":[{"Organise":{"Founded":"@4"}},{"Organise":{"Renamed":["@2",{"sv":"Skolnämnden!","en":"School committee!"},"2017-01-01"]}},{"Organise":{"Moved":["@2",["@3"],"2017-01-01"]}},{"Organise":{"Ended":["@2","2018-12-31",["@4"]]}}]}"#;
    DecisionRecorded(decisions::RecordDecision) = r#"{"decision":"@39","body":"@3","date":"2016-12-15","authority":{"Paragraph":"§ 8!"},"acts":[{"Adopt":[{"Document":"@33"},"@34"]},{"Adopt":[{"Directive":"@37"},"@38"]},{"AdoptDirective":["@37","@38"]}]}"#;
    ThreadTied(threads::TieThread) = r#"{"thread":"@21","from":"@16","to":{"Document":"@33"}}"#;
    VisibilitySet(visibility::SetVisibility) = r#"{"what":{"Element":"@16"},"visibility":{"Secret":{"ground":"18 kap. 8 § OSL!","until":"2020-12-31"}}}"#;
    VisibilitySet(visibility::SetVisibility) = r#"{"what":{"Document":"@35"},"visibility":"Internal"}"#;
    VisibilitySet(visibility::SetVisibility) = r#"{"what":{"Report":"@40"},"visibility":"Public"}"#;
    AssessmentProposed(assessments::ProposeAssessment) = r#"{"assessment":"@24","version":"@25","round":"@32","subject":{"FinancialManagement":"Group"},"verdict":{"for_year":"@13","reason":"Fler mål nås!"}}"#;
    FinancialManagementGuided(financial_management::GuideFinancialManagement) = r#"{"guidance":"@42","year":2018,"guidelines":"Överskott varje år!","goals":["@16"],"rule":"Mer än hälften!","decision":"@23"}"#;
    ReportFiled(reports::FileReport) = r#"{"report":"@40","body":"@2","year":2018,"occasion":"InterimTwo","cut_off":"2018-08-31","basis":{"Decision":"@23"},"address":"https://example.org/d2!","summary":"Läget är gott!"}"#;
    ReportFiled(reports::FileReport) = r#"{"report":"@40","year":2018,"occasion":"Annual","cut_off":"2018-12-31","basis":{"Source":["@1","2019-03-28"]}}"#;
    PeersDescribed(comparisons::DescribePeers) = r#"{"peers":"@44","names":{"sv":"Exempelnätverket!"},"members":["Exempelby!","Påhittsund!"],"note":"Mått som kommunerna styr över!","source":"@1","since":"2018"}"#;
    ComparisonRecorded(comparisons::RecordComparison) = r#"{"indicator":"@31","peers":"@44","period":"2018","figures":[{"municipality":"Exempelby!","figure":"81.50"}],"source":"@1","since":"2019-03-28"}"#;
    TermSet(terms::SetTerm) = r#"{"term":"@41","body":"@2","from":"2019-01-01","to":"2022-12-31","source":"@1"}"#;
    NoteTaken(notes::TakeNote) = r#"{"note":"@43","about":{"Body":"@2"},"date":"2018-10-01","period":"2018","heading":"Läget!","text":"Nämnden har en plan!","items":["Ett!","Två!"],"counts":[{"of":"åtaganden!","number":"18"}],"source":"@1","since":"2018-10-01"}"#;
    NoteTaken(notes::TakeNote) = r#"{"note":"@43","about":{"Level":"Commitment"},"text":"Främst resultat!","source":"@1"}"#;
    NoteTaken(notes::TakeNote) = r#"{"note":"@43","about":{"Class":"Place"},"text":"Orten!","source":"@1"}"#;
    NoteTaken(notes::TakeNote) = r#"{"note":"@43","about":"Audit","text":"Inte fullt ut!","source":"@1"}"#;
    ShareHeld(shares::HoldShare) = r#"{"company":"@4","percent":"66.7","from":"2016","source":"@1"}"#;
    FactsImported(sources::ImportedFacts) = r#"{"file":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef","bytes":1234,"taken":56,"reported":7}"#;
}

#[test]
fn the_bytes_of_every_kind_of_event() {
    let examples = examples();
    for kind in Event::KINDS {
        assert!(
            examples.iter().any(|e| e.kind() == *kind),
            "{kind} has no example"
        );
    }
    let mut out = String::new();
    for event in &examples {
        let (body, texts) = event.to_body().unwrap();
        writeln!(out, "{}\n{body}\n{texts:?}\n", event.kind()).unwrap();
    }
    insta::assert_snapshot!(out);
}

#[test]
fn every_kind_of_event_is_written_and_read_back() {
    for event in examples() {
        let (body, texts) = event.to_body().unwrap();
        let read = Event::from_body(event.kind(), &body, Some(texts.clone()));
        assert_eq!(read.expect("a known kind").unwrap(), event);
        // The same bytes again, or the chain of hashes would not verify.
        assert_eq!(event.to_body().unwrap(), (body, texts));
    }
}

#[test]
fn nothing_that_somebody_typed_stands_in_a_body() {
    for event in examples() {
        let (body, texts) = event.to_body().unwrap();
        assert!(!body.contains('!'), "{body}");
        assert!(texts.iter().all(|text| text.ends_with('!')), "{texts:?}");
    }
}

#[test]
fn a_body_whose_texts_are_gone_reads_as_the_same_event_with_gaps() {
    for event in examples() {
        let (body, texts) = event.to_body().unwrap();
        let read = Event::from_body(event.kind(), &body, None);
        let read = read.expect("a known kind").unwrap();
        assert_eq!(read.kind(), event.kind());
        let debug = format!("{read:?}");
        assert!(!debug.contains('!'), "{debug}");
        assert_eq!(debug.matches("(redacted)").count(), texts.len(), "{debug}");
    }
}

#[test]
fn what_is_not_of_the_kind_is_refused() {
    for event in examples() {
        let (body, texts) = event.to_body().unwrap();
        let read = |body: &str, texts: Vec<Arc<str>>| {
            Event::from_body(event.kind(), body, Some(texts)).expect("a known kind")
        };
        let more = body.replacen('{', r#"{"unheard_of":1,"#, 1);
        assert!(read(&more, texts.clone()).is_err(), "{more}");
        assert!(read("{}", texts.clone()).is_err(), "{}", event.kind());
        assert!(read("[]", texts.clone()).is_err(), "{}", event.kind());
        if let Some((_, fewer)) = texts.split_last() {
            assert!(read(&body, fewer.to_vec()).is_err(), "{}", event.kind());
        }
    }
    assert!(Event::from_body("GoalForgotten", "{}", None).is_none());
}
