// Generated from specs/record/openapi.yaml by `pnpm generate`. Change the spec, not this file.


export const getCredentialBatchQuery = validate20;
const schema31 = {"$id":"/getCredentialBatchQuery/body","type":"object","additionalProperties":false,"properties":{}};

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/getCredentialBatchQuery/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}

export const issueCredentialsQuery = validate21;
const schema32 = {"$id":"/issueCredentialsQuery/body","type":"object","additionalProperties":false,"properties":{}};

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/issueCredentialsQuery/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}

export const listCredentialBatchesQuery = validate22;
const schema33 = {"$id":"/listCredentialBatchesQuery/body","type":"object","additionalProperties":false,"properties":{}};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/listCredentialBatchesQuery/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}

export const getProgramQuery = validate23;
const schema34 = {"$id":"/getProgramQuery/body","type":"object","additionalProperties":false,"properties":{}};

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/getProgramQuery/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}

export const listProgramsQuery = validate24;
const schema35 = {"$id":"/listProgramsQuery/body","type":"object","additionalProperties":false,"properties":{}};

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/listProgramsQuery/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}


const answers0 = {"twoPrograms":{"success":true,"message":"Programs fetched successfully","data":[{"programId":"prog_1779175802952_zlymqs","name":"Cyber Security","description":"Cyber Security Program","orgId":"org_1779085658651_hmhfv5","mode":"test","createdAt":"2025-05-19T13:30:02.952Z","updatedAt":"2025-05-19T13:30:02.952Z"},{"programId":"prog_1779172339924_j3pr93","name":"MongoDB","description":"MongoDB Program","orgId":"org_1779085658651_hmhfv5","mode":"test","createdAt":"2025-05-19T12:12:19.924Z","updatedAt":"2025-05-19T12:12:19.924Z"}]},"none":{"success":true,"message":"Programs fetched successfully","data":[]}};
const answers1 = {"unauthorized":{"success":false,"error":{"code":"UNAUTHORIZED","message":"The token is not valid."}}};
const answers2 = {"forbidden":{"success":false,"error":{"code":"FORBIDDEN","message":"The organisation of this token has no access."}}};
const answers3 = {"internalError":{"success":false,"error":{"code":"INTERNAL_ERROR","message":"Something went wrong."}}};
const answers4 = {"program":{"success":true,"message":"Program fetched successfully","data":{"programId":"prog_1779172339924_j3pr93","name":"MongoDB","description":"MongoDB Program","orgId":"org_1779085658651_hmhfv5","mode":"test","createdAt":"2025-05-19T12:12:19.924Z","updatedAt":"2025-05-19T12:12:19.924Z"}}};
const answers5 = {"notFound":{"success":false,"error":{"code":"NOT_FOUND","message":"Nothing of this organisation has that id."}}};
const answers6 = {"threeBatches":{"success":true,"message":"Credential batches fetched successfully","data":[{"batchId":"batch_1779353381048_e3ixqz","programId":"prog_1779172339924_j3pr93","batchName":"May 2025 Cohort","orgId":"org_1779085658651_hmhfv5","mode":"test","status":"issued","recipientCount":2,"issuedAt":"2025-05-21T08:09:41.048Z"},{"batchId":"batch_1779439901377_k2v0pd","programId":"prog_1779172339924_j3pr93","batchName":"June 2025 Cohort","orgId":"org_1779085658651_hmhfv5","mode":"test","status":"issued","recipientCount":3,"issuedAt":"2025-06-18T18:30:00.000Z"},{"batchId":"batch_1779526448290_7qs1mw","programId":"prog_1779175802952_zlymqs","batchName":"June 2025 Cohort","orgId":"org_1779085658651_hmhfv5","mode":"test","status":"issued","recipientCount":1,"issuedAt":"2025-06-19T04:15:30.290Z"}]},"none":{"success":true,"message":"Credential batches fetched successfully","data":[]}};
const answers7 = {"mayCohort":{"success":true,"message":"Credentials issued successfully","data":{"batchId":"batch_1779353381048_e3ixqz","programId":"prog_1779172339924_j3pr93","batchName":"May 2025 Cohort","orgId":"org_1779085658651_hmhfv5","mode":"test","status":"issued","issuedAt":"2025-05-21T08:09:41.048Z","recipients":[{"recipientId":"rec_1779353381048_ab12cd","name":"Alice Johnson","email":"alice@example.com","credentialUrl":"https://app.getrecord.in/credential/rec_1779353381048_ab12cd"},{"recipientId":"rec_1779353381049_ef34gh","name":"Bob Smith","email":"bob@example.com","credentialUrl":"https://app.getrecord.in/credential/rec_1779353381049_ef34gh"}]}}};
const answers8 = {"missingProgramId":{"success":false,"error":{"code":"MISSING_PROGRAM_ID","message":"The body names no programId."}},"missingBatchName":{"success":false,"error":{"code":"MISSING_BATCH_NAME","message":"The body has no batchName."}},"missingRecipients":{"success":false,"error":{"code":"MISSING_RECIPIENTS","message":"The list of recipients is absent or empty."}}};
const answers9 = {"mayCohort":{"success":true,"message":"Credential batch fetched successfully","data":{"batchId":"batch_1779353381048_e3ixqz","programId":"prog_1779172339924_j3pr93","batchName":"May 2025 Cohort","orgId":"org_1779085658651_hmhfv5","mode":"test","status":"issued","issuedAt":"2025-05-21T08:09:41.048Z","recipients":[{"recipientId":"rec_1779353381048_ab12cd","name":"Alice Johnson","email":"alice@example.com","credentialUrl":"https://app.getrecord.in/credential/rec_1779353381048_ab12cd"},{"recipientId":"rec_1779353381049_ef34gh","name":"Bob Smith","email":"bob@example.com","credentialUrl":"https://app.getrecord.in/credential/rec_1779353381049_ef34gh"}]}}};

export const examples = {
  listPrograms: { 200: answers0, 401: answers1, 403: answers2, 500: answers3 },
  getProgram: { 200: answers4, 401: answers1, 403: answers2, 404: answers5, 500: answers3 },
  listCredentialBatches: { 200: answers6, 401: answers1, 403: answers2, 500: answers3 },
  issueCredentials: { 200: answers7, 201: answers7, 400: answers8, 401: answers1, 403: answers2, 404: answers5, 500: answers3 },
  getCredentialBatch: { 200: answers9, 401: answers1, 403: answers2, 404: answers5, 500: answers3 },
};

export const queries = {
  listPrograms: listProgramsQuery,
  getProgram: getProgramQuery,
  listCredentialBatches: listCredentialBatchesQuery,
  issueCredentials: issueCredentialsQuery,
  getCredentialBatch: getCredentialBatchQuery,
};
